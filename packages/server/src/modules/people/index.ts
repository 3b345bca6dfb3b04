export { Authenticator } from './authenticate.ts';
export { createPeople, type People } from './people.ts';
export { addApiKey, newKeySecret } from './store/api-keys.ts';
export { revokeKeysNamed } from './store/local-key.ts';
export { addMember, removePeopleWithoutWorkspace } from './store/members.ts';
export { addPerson, findPasswordHolder, forgetExpired } from './store/persons.ts';
export { addWorkspace, eraseWorkspaces, listWorkspaces, type WorkspaceRow } from './store/workspaces.ts';
