import { z } from 'zod';
import { id } from './fields.ts';
import * as people from './people.ts';
import { route } from './route.ts';

const params = z.strictObject({ id });
const nothing = z.strictObject({});

const workspaceHeader = {
  'x-milepost-workspace': 'Id of the workspace that is meant. Without it, the first of the person.',
};

const meRoutes = {
  me: route({
    operationId: 'me',
    method: 'GET',
    path: '/v1/me',
    tag: 'People',
    summary: 'See who is signed in',
    access: 'person',
    query: nothing,
    headers: workspaceHeader,
    answers: { 200: { description: 'The person and their workspaces.', schema: people.me } },
    problems: ['not_a_member'],
  }),
  firstRun: route({
    operationId: 'firstRun',
    method: 'GET',
    path: '/v1/first-run',
    tag: 'People',
    summary: 'See whether there is anybody yet',
    access: 'public',
    query: nothing,
    answers: { 200: { description: 'Whether the first person is still to come.', schema: people.firstRun } },
  }),
  beginFirstRun: route({
    operationId: 'beginFirstRun',
    method: 'POST',
    path: '/v1/first-run',
    tag: 'People',
    summary: 'Make the first person',
    access: 'own',
    body: people.firstRunGiven,
    answers: { 201: { description: 'Made; sign in now.', schema: people.acceptedInvitation } },
    problems: ['first_run_over', 'code_refused', 'too_many_attempts'],
    example: {
      code: 'ABCD-EFGH-JKMN-PQRS',
      email: 'ada@shop.example',
      name: 'Ada',
      password: 'correct horse battery',
    },
  }),
};

const memberRoutes = {
  listPeople: route({
    operationId: 'listPeople',
    method: 'GET',
    path: '/v1/people',
    tag: 'People',
    summary: 'List the people of the workspace',
    access: 'people:read',
    query: nothing,
    answers: { 200: { description: 'The people.', schema: people.memberList } },
  }),
  changePerson: route({
    operationId: 'changePerson',
    method: 'PATCH',
    path: '/v1/people/{id}',
    tag: 'People',
    summary: 'Change the role of a person',
    access: 'people:write',
    params,
    query: nothing,
    body: people.memberChangeGiven,
    answers: { 200: { description: 'The person as they are now.', schema: people.member } },
    problems: ['not_found', 'last_admin', 'scope_not_grantable'],
    example: { role: 'operations' },
  }),
  removePerson: route({
    operationId: 'removePerson',
    method: 'DELETE',
    path: '/v1/people/{id}',
    tag: 'People',
    summary: 'Take a person out of the workspace',
    description: 'Who belongs to no workspace any more is removed altogether.',
    access: 'people:write',
    params,
    query: nothing,
    answers: { 204: { description: 'Gone. Elsewhere a session may hold for some seconds more.' } },
    problems: ['not_found', 'last_admin'],
  }),
};

const invitationRoutes = {
  listInvitations: route({
    operationId: 'listInvitations',
    method: 'GET',
    path: '/v1/invitations',
    tag: 'People',
    summary: 'List open invitations',
    access: 'people:read',
    query: nothing,
    answers: { 200: { description: 'The open invitations.', schema: people.invitationList } },
  }),
  createInvitation: route({
    operationId: 'createInvitation',
    method: 'POST',
    path: '/v1/invitations',
    tag: 'People',
    summary: 'Invite somebody into the workspace',
    description:
      'The link is mailed and holds for seven days. Where no mail is set up, and for installation keys, it is in the answer.',
    access: 'people:write',
    body: people.invitationGiven,
    answers: { 201: { description: 'The invitation.', schema: people.newInvitation } },
    problems: ['already_member', 'scope_not_grantable'],
    example: { email: 'ada@shop.example', role: 'operations' },
  }),
  deleteInvitation: route({
    operationId: 'deleteInvitation',
    method: 'DELETE',
    path: '/v1/invitations/{id}',
    tag: 'People',
    summary: 'Withdraw an invitation',
    access: 'people:write',
    params,
    query: nothing,
    answers: { 204: { description: 'Withdrawn.' } },
    problems: ['not_found'],
  }),
  showInvitation: route({
    operationId: 'showInvitation',
    method: 'POST',
    path: '/v1/invitations/show',
    tag: 'People',
    summary: 'See what one is invited to',
    access: 'own',
    body: people.invitationTokenGiven,
    answers: { 200: { description: 'The invitation.', schema: people.invitationShown } },
    problems: ['link_invalid', 'too_many_attempts'],
    example: { token: 'f3Jw…' },
  }),
  acceptInvitation: route({
    operationId: 'acceptInvitation',
    method: 'POST',
    path: '/v1/invitations/accept',
    tag: 'People',
    summary: 'Accept an invitation',
    access: 'own',
    body: people.invitationAcceptanceGiven,
    answers: { 201: { description: 'Accepted; sign in now.', schema: people.acceptedInvitation } },
    problems: ['link_invalid', 'sign_in_refused', 'too_many_attempts'],
    example: { token: 'f3Jw…', name: 'Ada', password: 'correct horse battery' },
  }),
};

export const peopleRoutes = { ...meRoutes, ...memberRoutes, ...invitationRoutes } as const;
