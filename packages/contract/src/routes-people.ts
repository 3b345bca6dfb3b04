import { z } from 'zod';
import { id } from './fields.ts';
import * as people from './people.ts';
import { route } from './route.ts';

const params = z.strictObject({ id });
const noParameters = z.strictObject({});

const workspaceHeader = {
  'x-milepost-workspace': 'Id of the workspace. Default: the first workspace of the user.',
};

const meRoutes = {
  me: route({
    operationId: 'me',
    method: 'GET',
    path: '/v1/me',
    tag: 'People',
    summary: 'Get the signed-in user',
    access: 'person',
    query: noParameters,
    headers: workspaceHeader,
    responses: { 200: { description: 'The user and their workspaces.', schema: people.me } },
    problems: ['not_a_member'],
  }),
  firstRun: route({
    operationId: 'firstRun',
    method: 'GET',
    path: '/v1/first-run',
    tag: 'People',
    summary: 'Check whether the first account exists',
    access: 'public',
    query: noParameters,
    responses: { 200: { description: 'The setup state of the installation.', schema: people.firstRun } },
  }),
  beginFirstRun: route({
    operationId: 'beginFirstRun',
    method: 'POST',
    path: '/v1/first-run',
    tag: 'People',
    summary: 'Create the first account',
    access: 'own',
    body: people.firstRunGiven,
    responses: { 201: { description: 'Created. Sign in next.', schema: people.acceptedInvitation } },
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
    summary: 'List the members of the workspace',
    access: 'people:read',
    query: noParameters,
    responses: { 200: { description: 'The members.', schema: people.memberList } },
  }),
  changePerson: route({
    operationId: 'changePerson',
    method: 'PATCH',
    path: '/v1/people/{id}',
    tag: 'People',
    summary: 'Change the role of a member',
    access: 'people:write',
    params,
    query: noParameters,
    body: people.memberChangeGiven,
    responses: { 200: { description: 'The changed member.', schema: people.member } },
    problems: ['not_found', 'last_admin', 'scope_not_grantable'],
    example: { role: 'operations' },
  }),
  removePerson: route({
    operationId: 'removePerson',
    method: 'DELETE',
    path: '/v1/people/{id}',
    tag: 'People',
    summary: 'Remove a member from the workspace',
    description: 'A person without any other workspace is deleted.',
    access: 'people:write',
    params,
    query: noParameters,
    responses: {
      204: { description: 'Removed. Other processes may accept a session for a few more seconds.' },
    },
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
    query: noParameters,
    responses: { 200: { description: 'The open invitations.', schema: people.invitationList } },
  }),
  createInvitation: route({
    operationId: 'createInvitation',
    method: 'POST',
    path: '/v1/invitations',
    tag: 'People',
    summary: 'Invite a person to the workspace',
    description:
      'The link is sent by e-mail and is valid for seven days. Without a mail server, and for installation keys, the response contains it.',
    access: 'people:write',
    body: people.invitationGiven,
    responses: { 201: { description: 'The invitation.', schema: people.newInvitation } },
    problems: ['already_member', 'scope_not_grantable'],
    example: { email: 'ada@shop.example', role: 'operations' },
  }),
  deleteInvitation: route({
    operationId: 'deleteInvitation',
    method: 'DELETE',
    path: '/v1/invitations/{id}',
    tag: 'People',
    summary: 'Revoke an invitation',
    access: 'people:write',
    params,
    query: noParameters,
    responses: { 204: { description: 'Revoked.' } },
    problems: ['not_found'],
  }),
  showInvitation: route({
    operationId: 'showInvitation',
    method: 'POST',
    path: '/v1/invitations/show',
    tag: 'People',
    summary: 'Get an invitation by its token',
    access: 'own',
    body: people.invitationTokenGiven,
    responses: { 200: { description: 'The invitation.', schema: people.invitationShown } },
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
    responses: { 201: { description: 'Accepted. Sign in next.', schema: people.acceptedInvitation } },
    problems: ['link_invalid', 'sign_in_refused', 'too_many_attempts'],
    example: { token: 'f3Jw…', name: 'Ada', password: 'correct horse battery' },
  }),
};

export const peopleRoutes = { ...meRoutes, ...memberRoutes, ...invitationRoutes } as const;
