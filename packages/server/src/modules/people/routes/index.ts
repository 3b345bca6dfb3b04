import type { Api } from '../../../platform/http/serve.ts';
import { type KeyRoutesDependencies, serveKeys } from './keys.ts';
import { type PeopleRoutesDependencies, servePeople } from './people.ts';
import { type SessionRoutesDependencies, serveSessions } from './sessions.ts';
import { serveWorkspaces, type WorkspaceRoutesDependencies } from './workspaces.ts';

export type PeopleModuleRoutesDependencies = KeyRoutesDependencies &
  WorkspaceRoutesDependencies &
  PeopleRoutesDependencies &
  SessionRoutesDependencies;

export function servePeopleRoutes(api: Api, deps: PeopleModuleRoutesDependencies): void {
  serveKeys(api, deps);
  serveWorkspaces(api, deps);
  servePeople(api, deps);
  serveSessions(api, deps);
}
export type { PublishedSignIn } from './people.ts';
