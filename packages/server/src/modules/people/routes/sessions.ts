import { setTimeout as sleep } from 'node:timers/promises';
import type { ErrorCode } from '@milepost/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Queries } from '../../../platform/database/database.ts';
import { demandOwnOrigin } from '../../../platform/http/own-origin.ts';
import { Refusal } from '../../../platform/http/refusal.ts';
import { type Api, answer, serve } from '../../../platform/http/serve.ts';
import type { AttemptKind } from '../attempts.ts';
import type { People } from '../people.ts';
import { readCaller } from '../read-caller.ts';
import type { SignInAnswer } from '../sign-in.ts';
import { endProofsOf } from '../store/persons.ts';
import { countAttempt } from './count-attempt.ts';

export interface SessionRoutesDependencies {
  database: Queries;
  people: People;
  publicUrl: string;
}

/**
 * Sign-in at `/auth/…`. Each request is validated by the contract, must come from one of our pages, is
 * counted as an attempt, and is then passed to better-auth. Its cookies are forwarded; its answers and errors
 * are translated to those of the contract.
 */
export function serveSessions(api: Api, deps: SessionRoutesDependencies): void {
  serveSignIn(api, deps);
  serveSignOut(api, deps);
  servePasswords(api, deps);
  serveSecondFactor(api, deps);
}

function serveSignIn(api: Api, deps: SessionRoutesDependencies): void {
  const { tuning } = api;

  serve(api, 'signIn', async ({ body, request, reply }) => {
    const startedAt = performance.now();
    demandOwnOrigin(request, deps.publicUrl);
    const attempt = await countAttempt(deps.people, 'sign_in', { request, account: body.email });
    const result = await deps.people.signIn.call('/sign-in/email', readCaller(request), body);
    if (result.failure !== null) {
      // Refusing takes about one query longer for an existing account, which would reveal that it exists.
      await sleep(msUntilStep(performance.now() - startedAt, tuning.refusalStepMs));
      throw refusalOf(result);
    }
    await attempt.succeed();
    forwardCookies(result, reply);
    return answer(200, { twoFactorRedirect: challengeSchema.safeParse(result.body).success });
  });
}

const challengeSchema = z.object({ twoFactorRedirect: z.literal(true) });

/** Milliseconds until the next multiple of `stepMs`. */
function msUntilStep(elapsedMs: number, stepMs: number): number {
  return Math.ceil(elapsedMs / stepMs) * stepMs - elapsedMs;
}

function serveSignOut(api: Api, deps: SessionRoutesDependencies): void {
  const { admission } = api;

  serve(api, 'signOut', async ({ request, reply }) => {
    demandOwnOrigin(request, deps.publicUrl);
    await callSignIn(deps, '/sign-out', { request, reply });
    admission.forget();
    return answer(204);
  });

  serve(api, 'signOutEverywhere', async ({ request, reply }) => {
    await callSignIn(deps, '/revoke-sessions', { request, reply });
    await callSignIn(deps, '/sign-out', { request, reply });
    admission.forget();
    return answer(204);
  });
}

function servePasswords(api: Api, deps: SessionRoutesDependencies): void {
  const { admission } = api;
  const { people } = deps;

  serve(api, 'requestPasswordReset', async ({ body, request }) => {
    demandOwnOrigin(request, deps.publicUrl);
    await countAttempt(people, 'password_reset', { request, account: body.email });
    const caller = readCaller(request);
    // Runs in the background, so that the duration of the answer does not reveal whether the account exists.
    people.background.run(async () => {
      await people.signIn.call('/request-password-reset', caller, body);
    });
    return answer(202);
  });

  serve(api, 'resetPassword', async ({ body, request, reply }) => {
    demandOwnOrigin(request, deps.publicUrl);
    const attempt = await countAttempt(people, 'link', { request });
    await callSignIn(deps, '/reset-password', { request, reply, body });
    await attempt.succeed();
    admission.forget();
    return answer(204);
  });

  serve(api, 'changePassword', async ({ body, signedIn, request, reply }) => {
    const attempt = await countAttempt(people, 'password_check', { request, account: signedIn.person.id });
    const change = { ...body, revokeOtherSessions: true };
    await callSignIn(deps, '/change-password', { request, reply, body: change });
    await endProofsOf(deps.database, signedIn.person.id);
    await attempt.succeed();
    admission.forget();
    return answer(204);
  });
}

function serveSecondFactor(api: Api, deps: SessionRoutesDependencies): void {
  const { admission } = api;

  serve(api, 'verifyTotp', async ({ body, request, reply }) => {
    demandOwnOrigin(request, deps.publicUrl);
    const attempt = await countAttempt(deps.people, 'second_factor', { request });
    await signInByCode(deps, body, { request, reply });
    await attempt.succeed();
    admission.forget();
    return answer(204);
  });

  serve(api, 'verifyBackupCode', async ({ body, request, reply }) => {
    demandOwnOrigin(request, deps.publicUrl);
    const attempt = await countAttempt(deps.people, 'second_factor', { request });
    await callSignIn(deps, '/two-factor/verify-backup-code', { request, reply, body });
    await attempt.succeed();
    admission.forget();
    return answer(204);
  });

  serve(api, 'enableSecondFactor', async (call) => {
    // better-auth would activate the new one before a code has proved that the app has it.
    if (call.signedIn.person.twoFactorEnabled)
      throw new Refusal(
        'second_factor_on',
        'Two-factor authentication is already on. Turn it off before setting it up again.',
      );
    const body = await callWithPassword(api, deps, '/two-factor/enable', call);
    return answer(200, setUpSchema.parse(body));
  });

  serve(api, 'disableSecondFactor', async (call) => {
    await callWithPassword(api, deps, '/two-factor/disable', call);
    await endProofsOf(deps.database, call.signedIn.person.id);
    return answer(204);
  });

  serve(api, 'newBackupCodes', async (call) => {
    const body = await callWithPassword(api, deps, '/two-factor/generate-backup-codes', call);
    return answer(200, { backupCodes: codesSchema.parse(body).backupCodes });
  });
}

/**
 * A code must be accepted only once (RFC 6238, 5.2), but better-auth (1.6) accepts it again. The account is
 * known only after the code was accepted, so a session from a used code is ended before its cookie is sent.
 */
async function signInByCode(
  { people }: SessionRoutesDependencies,
  body: { code: string },
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): Promise<void> {
  const caller = readCaller(request);
  const isSignedIn = (await people.signIn.sessionOf(caller, false)) !== null;
  const result = await people.signIn.call('/two-factor/verify-totp', caller, body);
  if (result.failure === null && !isSignedIn) {
    const { user } = verifiedSchema.parse(result.body);
    if (!(await people.attempts.isFirstUse(user.id, body.code))) {
      const cookie = result.cookies.map((line) => line.split(';', 1)[0]).join('; ');
      await people.signIn.call('/sign-out', { ...caller, cookie });
      throw new Refusal(
        'second_factor_refused',
        'This code was already used. Wait for the next one in your app.',
      );
    }
  }
  forwardCookies(result, reply);
  if (result.failure !== null) throw refusalOf(result);
}

const verifiedSchema = z.object({ user: z.object({ id: z.string() }) });
const codesSchema = z.object({ backupCodes: z.array(z.string()) });
const setUpSchema = codesSchema.extend({ totpURI: z.string() });

interface PasswordCall {
  body: { password: string };
  signedIn: { person: { id: string } };
  request: FastifyRequest;
  reply: FastifyReply;
}

/** A stolen session is not enough to change how its owner signs in. */
async function callWithPassword(
  api: Api,
  deps: SessionRoutesDependencies,
  path: string,
  call: PasswordCall,
): Promise<unknown> {
  const { body, signedIn, request } = call;
  const kind: AttemptKind = 'password_check';
  const attempt = await countAttempt(deps.people, kind, { request, account: signedIn.person.id });
  const result = await callSignIn(deps, path, { ...call, body });
  await attempt.succeed();
  api.admission.forget();
  return result;
}

interface SignInCall {
  request: FastifyRequest;
  reply: FastifyReply;
  body?: object;
}

/** The body that better-auth answers. Throws its errors as a `Refusal` of the contract. */
async function callSignIn(
  deps: SessionRoutesDependencies,
  path: string,
  { request, reply, body = {} }: SignInCall,
): Promise<unknown> {
  const result = await deps.people.signIn.call(path, readCaller(request), body);
  forwardCookies(result, reply);
  if (result.failure !== null) throw refusalOf(result);
  return result.body;
}

function forwardCookies({ cookies }: SignInAnswer, reply: FastifyReply): void {
  if (cookies.length > 0) reply.header('set-cookie', cookies);
}

/** Error codes of better-auth (1.6) → codes of the contract, with the detail of this request. */
const refusals: Readonly<Record<string, readonly [ErrorCode, string]>> = {
  INVALID_EMAIL_OR_PASSWORD: ['sign_in_refused', 'The e-mail address or password is wrong.'],
  INVALID_PASSWORD: ['password_wrong', 'The password is not the current password of the account.'],
  INVALID_TOKEN: ['link_invalid', 'The link is invalid or has expired.'],
  INVALID_CODE: ['second_factor_refused', 'The code is wrong.'],
  INVALID_BACKUP_CODE: ['second_factor_refused', 'The backup code is wrong or was already used.'],
  TOTP_NOT_ENABLED: ['second_factor_refused', 'Two-factor authentication is not set up.'],
  BACKUP_CODES_NOT_ENABLED: ['second_factor_refused', 'Two-factor authentication is not set up.'],
  TWO_FACTOR_NOT_ENABLED: ['second_factor_refused', 'Two-factor authentication is not set up.'],
  INVALID_TWO_FACTOR_COOKIE: [
    'sign_in_expired',
    'There is no sign-in in this browser that waits for a code.',
  ],
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: ['sign_in_expired', 'Five codes were wrong. Sign in again.'],
  ACCOUNT_TEMPORARILY_LOCKED: [
    'too_many_attempts',
    'Ten codes were wrong. The account is locked for 15 minutes.',
  ],
  SESSION_EXPIRED: ['unauthenticated', 'The session has ended.'],
  UNAUTHORIZED: ['unauthenticated', 'You are not signed in.'],
};

function refusalOf({ failure, status }: SignInAnswer): Refusal {
  const known = refusals[failure ?? ''];
  if (known) return new Refusal(...known);
  if (status === 401) return new Refusal('unauthenticated', 'You are not signed in.');
  if (status === 409) return new Refusal('second_factor_refused', 'The code was used at the same moment.');
  throw new Error(`Sign-in answered ${status} ${failure}, which is not mapped to an error of the contract.`);
}
