import { createServer } from 'node:net';
import type { Settings } from '../../platform/settings/settings.ts';
import { type Finding, mend, well } from './finding.ts';
import { type Listener, listenerOn } from './listener.ts';

export type PortFacts = {
  port: number;
  host: string;
  /** Why it cannot be listened on; absent where it can. */
  refusal?: string;
  holder?: Listener;
  /** The process of the Commsgrid that runs on this data folder. */
  ours?: number;
};

export function portFinding(facts: PortFacts): Finding {
  const { port, host, refusal, holder, ours } = facts;
  if (!refusal)
    return well('Port', port === 0 ? 'any free one is taken (PORT=0).' : `${port} on ${host} is free.`);
  if (refusal === 'EADDRINUSE' && ours && holder?.process === ours)
    return well('Port', `${port} is served by this Commsgrid (process ${ours}).`);
  if (refusal === 'EADDRINUSE')
    return mend(
      'Port',
      `${port} is taken by ${whom(holder ?? {})}. Stop that, or choose another port.`,
      another(port),
    );
  if (refusal === 'EACCES')
    return mend(
      'Port',
      `${port} may only be used by the machine's administrator. Choose one above 1023.`,
      another(2999),
    );
  if (refusal === 'EADDRNOTAVAIL' || refusal === 'ENOTFOUND')
    return mend('Port', `COMMSGRID_HOST=${host} is no address of this machine.`, localStart(port));
  return mend('Port', `${port} on ${host} cannot be listened on (${refusal}).`, another(port));
}

const another = (port: number): string => `PORT=${port < 65535 ? port + 1 : 3000} npm start`;

const localStart = (port: number): string => `COMMSGRID_HOST=127.0.0.1 PORT=${port} npm start`;

function whom({ process, command, account }: Listener): string {
  if (process) return `process ${process} (${command}, of the account ${account})`;
  return account ? `a program of the account ${account}` : 'another program';
}

export async function portFacts({ port, host }: Settings, ours: number | undefined): Promise<PortFacts> {
  const refusal = await tryListening(port, host);
  const facts = { port, host, ...(ours && { ours }) };
  if (!refusal) return facts;
  return { ...facts, refusal, ...(refusal === 'EADDRINUSE' && { holder: listenerOn(port) }) };
}

/** Listens for a moment, as the start would, and stops. The code of the refusal, or nothing. */
function tryListening(port: number, host: string): Promise<string | undefined> {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', fault => resolve((fault as NodeJS.ErrnoException).code ?? fault.message));
    server.listen({ port, host }, () => server.close(() => resolve(undefined)));
  });
}
