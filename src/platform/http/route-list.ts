import type { Capability, Handler, Routes } from './capability.ts';
import type { Needs, RouteOptions } from './needs.ts';
import type { ArrivingVisit, SignedInVisit, Visit } from './visit.ts';

/** Who a route lets in: a role on a plan or in the organisation, an account without one, or everyone. */
export type Admission = Needs | 'arriving' | 'everyone';

export type Route = { method: 'GET' | 'POST'; path: string; capability: string; options: RouteOptions } & (
  | { admits: Needs; handler: Handler<SignedInVisit> }
  | { admits: 'arriving'; handler: Handler<ArrivingVisit> }
  | { admits: 'everyone'; handler: Handler<Visit> }
);

/** Every route of the capabilities, in order; a table of contents that tests and the server share. */
export async function routeList(capabilities: Capability[]): Promise<Route[]> {
  const list: Route[] = [];
  for (const { name, routes } of capabilities) await routes?.(collector(name, list));
  return list;
}

function collector(capability: string, list: Route[]): Routes {
  return {
    get: (path, admits, handler, options = {}) =>
      list.push({ method: 'GET', path, admits, handler, capability, options }),
    post: (path, admits, handler, options = {}) =>
      list.push({ method: 'POST', path, admits, handler, capability, options }),
    arriving: (method, path, handler) =>
      list.push({ method, path, admits: 'arriving', handler, capability, options: {} }),
    open: (method, path, handler, options = {}) =>
      list.push({ method, path, admits: 'everyone', handler, capability, options }),
  };
}
