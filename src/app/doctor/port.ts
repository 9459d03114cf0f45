import { createServer } from 'node:net';
import type { Settings } from '../../platform/settings/settings.ts';
import { type Finding, mend, well } from './finding.ts';
import { type Listener, listenerOn } from './listener.ts';
import { healthAt } from './running.ts';

export type PortFacts = {
  port: number;
  host: string;
  /** Why it cannot be listened on; absent where it can. */
  refusal?: string;
  holder?: Listener;
  /** Whether a Commsgrid answers there. */
  commsgrid?: boolean;
  /** The process of the Commsgrid that runs on this data folder. */
  ours?: number;
};

export function portFinding(facts: PortFacts): Finding {
  const { port, host, refusal, ours } = facts;
  if (!refusal)
    return well('Port', port === 0 ? 'any free one is taken (PORT=0).' : `${port} on ${host} is free.`);
  if (refusal === 'EADDRINUSE' && isOurs(facts))
    return well('Port', `${port} is served by this Commsgrid (process ${ours}).`);
  if (refusal === 'EADDRINUSE')
    return mend(
      'Port',
      `${port} is taken by ${whom(facts)}. Stop that, or choose another port.`,
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

/** Where the machine does not tell who listens, one that answers like ours is taken for ours. */
function isOurs({ ours, holder, commsgrid }: PortFacts): boolean {
  return ours !== undefined && (holder?.process ? holder.process === ours : commsgrid === true);
}

function whom({ holder = {}, commsgrid }: PortFacts): string {
  const { process, command, account } = holder;
  const what = commsgrid ? 'another Commsgrid' : 'another program';
  if (process) return `${what}: process ${process} (${command}, of the account ${account})`;
  return account ? `${what}, of the account ${account}` : what;
}

export async function portFacts({ port, host }: Settings, ours: number | undefined): Promise<PortFacts> {
  const refusal = await tryListening(port, host);
  const facts = { port, host, ...(ours && { ours }) };
  if (!refusal) return facts;
  if (refusal !== 'EADDRINUSE') return { ...facts, refusal };
  const commsgrid = (await healthAt(`http://${host}:${port}`)) !== undefined;
  return { ...facts, refusal, holder: listenerOn(port), commsgrid };
}

/** Listens for a moment, as the start would, and stops. The code of the refusal, or nothing. */
function tryListening(port: number, host: string): Promise<string | undefined> {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', fault => resolve((fault as NodeJS.ErrnoException).code ?? fault.message));
    server.listen({ port, host }, () => server.close(() => resolve(undefined)));
  });
}
