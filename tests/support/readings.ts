import { setTimeout as pause } from 'node:timers/promises';
import { expectMoved, type OverHttp } from './over-http.ts';

/** Gives a document in over HTTP; the identifier of its reading comes back once the server has acknowledged it. */
export async function giveIn(
  person: OverHttp,
  name: string,
  content: Uint8Array,
  halfWay?: () => Promise<unknown>,
): Promise<string> {
  const to = expectMoved(await person.upload('/readings', { name, content }, halfWay));
  return to.replace('/readings/', '');
}

/** Milliseconds until it was read. @throws where it is not, within the limit. */
export async function untilRead(person: OverHttp, id: string, limitMs = 60_000): Promise<number> {
  const begun = performance.now();
  let status = 'unknown';
  while (performance.now() - begun < limitMs) {
    status = await person.get(`/readings/${id}/status`).then(
      ({ html }) => /"status":"([a-z]+)"/.exec(html)?.[1] ?? 'unknown',
      () => 'no answer',
    );
    if (status === 'read') return performance.now() - begun;
    if (status === 'unreadable') break;
    await pause(50);
  }
  throw new Error(
    `The reading ${id} is "${status}" after ${Math.round(performance.now() - begun)} milliseconds.`,
  );
}

/** As a person does who is told that the database restarts: sends it again. What was refused was not acknowledged. */
export async function taken<T>(act: () => Promise<T>, limitMs = 30_000): Promise<T> {
  const begun = performance.now();
  for (;;) {
    try {
      return await act();
    } catch (fault) {
      if (!/got 503/.test(String(fault)) || performance.now() - begun > limitMs) throw fault;
      await pause(200);
    }
  }
}
