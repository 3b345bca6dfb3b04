import { setTimeout as wait } from 'node:timers/promises';
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
 * Sign-in at `/auth/…`: each request is parsed by the contract, must come from a page of ours, is counted, and is then handed to better-auth. Its cookies
 * are passed on, its answers and refusals are told in our own words.
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
    const began = performance.now();
    demandOwnOrigin(request, deps.publicUrl);
    const attempt = await countAttempt(deps.people, 'sign_in', { request, account: body.email });
    const result = await deps.people.signIn.call('/sign-in/email', readCaller(request), body);
    if (result.failure !== null) {
      // What it takes to refuse differs by a query or so between an account that exists and one that does not.
      await wait(timeToFull(performance.now() - began, tuning.refusalStepMs));
      throw refusalOf(result);
    }
    await attempt.succeed();
    forwardCookies(result, reply);
    return answer(200, { twoFactorRedirect: challengeSchema.safeParse(result.body).success });
  });
}

const challengeSchema = z.object({ twoFactorRedirect: z.literal(true) });

/** Milliseconds until the next full step. */
function timeToFull(elapsedMs: number, stepMs: number): number {
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
    // Nobody waits for it, so that nobody learns from the time it takes whether there was somebody to mail.
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
    // The new one would hold at once, before anybody has shown that their app knows it.
    if (call.signedIn.person.twoFactorEnabled)
      throw new Refusal('second_factor_on', 'The account has a second factor already.');
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
 * A code that somebody saw being typed is good for nothing any more (RFC 6238, 5.2), and better-auth (1.6) would take it again. Whose code it is, is known
 * only after it was taken, so a session made by a code that was used is ended before anybody has its cookie.
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
        'This code was used already; the app shows the next one soon.',
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

/** What better-auth answers. Throws its refusal in our words. */
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

/** better-auth's names of what went wrong (1.6) → ours, with what is wrong with this very request. */
const refusals: Readonly<Record<string, readonly [ErrorCode, string]>> = {
  INVALID_EMAIL_OR_PASSWORD: ['sign_in_refused', 'The e-mail address or password is wrong.'],
  INVALID_PASSWORD: ['password_wrong', 'This is not the password of the account.'],
  INVALID_TOKEN: ['link_invalid', 'The token of the link does not hold.'],
  INVALID_CODE: ['second_factor_refused', 'This code does not fit.'],
  INVALID_BACKUP_CODE: ['second_factor_refused', 'This backup code does not fit, or was used.'],
  TOTP_NOT_ENABLED: ['second_factor_refused', 'No second factor is set up.'],
  BACKUP_CODES_NOT_ENABLED: ['second_factor_refused', 'No second factor is set up.'],
  TWO_FACTOR_NOT_ENABLED: ['second_factor_refused', 'No second factor is set up.'],
  INVALID_TWO_FACTOR_COOKIE: ['sign_in_expired', 'No sign-in waits for a code in this browser.'],
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: ['sign_in_expired', 'Five codes were wrong.'],
  ACCOUNT_TEMPORARILY_LOCKED: [
    'too_many_attempts',
    'Ten codes were wrong; the account rests for 15 minutes.',
  ],
  SESSION_EXPIRED: ['unauthenticated', 'The session has ended.'],
  UNAUTHORIZED: ['unauthenticated', 'Nobody is signed in.'],
};

function refusalOf({ failure, status }: SignInAnswer): Refusal {
  const known = refusals[failure ?? ''];
  if (known) return new Refusal(...known);
  if (status === 401) return new Refusal('unauthenticated', 'Nobody is signed in.');
  if (status === 409) return new Refusal('second_factor_refused', 'The code was used at the same moment.');
  throw new Error(`Sign-in answered ${status} ${failure}, which has no words here.`);
}
