import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type GraphPeer = {
  /** As Entra ID publishes it: `msgraph_host`. */
  host: string;
  /** Of whoever asks. */
  groups: string[];
  /** It may put fewer on a page than it is asked for. */
  onAPage: number;
  /** What the next questions are answered with in place of a list; `next`: where the list is said to go on. */
  instead: { status?: number; code?: string; next?: string; silent?: boolean } | undefined;
  /** What it was asked for, in order. */
  asked: string[];
  close: () => Promise<void>;
};

const PATH = '/v1.0/me/transitiveMemberOf/microsoft.graph.group';

/**
 * Microsoft Graph, as far as somebody's own groups go: the addresses, pages and faults that it publishes for "List a user's
 * memberships" (version 1.0).
 * @param token the access token that it takes
 */
export async function graphPeer(token: string): Promise<GraphPeer> {
  const server = createServer((request, response) => answer(request, response));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const peer: GraphPeer = {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    groups: [],
    onAPage: 999,
    instead: undefined,
    asked: [],
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url!, `http://${peer.host}`);
    peer.asked.push(url.pathname + url.search);
    if (peer.instead?.silent) return;
    if (request.headers.authorization !== `Bearer ${token}`)
      return fault(response, 401, 'InvalidAuthenticationToken');
    if (peer.instead?.status)
      return fault(response, peer.instead.status, peer.instead.code ?? 'generalException');
    if (url.pathname !== PATH || request.method !== 'GET')
      return fault(response, 404, 'Request_ResourceNotFound');
    const most = Number(url.searchParams.get('$top') ?? 100);
    if (most > 999) return fault(response, 400, 'Request_UnsupportedQuery');
    send(response, 200, pageFrom(peer, url, Math.min(most, peer.onAPage)));
  };
  return peer;
}

function pageFrom(peer: GraphPeer, url: URL, most: number): object {
  const from = Number(url.searchParams.get('$skiptoken') ?? 0);
  const next = new URL(url);
  next.searchParams.set('$skiptoken', String(from + most));
  const goesOn = peer.instead?.next ?? (from + most < peer.groups.length ? next.href : undefined);
  return {
    '@odata.context': `http://${peer.host}/v1.0/$metadata#groups(id)`,
    ...(goesOn && { '@odata.nextLink': goesOn }),
    value: peer.groups.slice(from, from + most).map(id => ({ id })),
  };
}

const fault = (response: ServerResponse, status: number, code: string) =>
  send(response, status, {
    error: { code, message: 'As published.', innerError: { date: '2026-11-22T10:00:00' } },
  });

function send(response: ServerResponse, status: number, value: object): void {
  response
    .writeHead(status, { 'content-type': 'application/json;odata.metadata=minimal;charset=utf-8' })
    .end(JSON.stringify(value));
}
