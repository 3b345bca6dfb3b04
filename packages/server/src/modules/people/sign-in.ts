import { passwordLengthMax, passwordLengthMin } from '@milepost/contract';
import { betterAuth } from 'better-auth/minimal';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { z } from 'zod';
import type { Database } from '../../platform/database/database.ts';
import { ping } from '../../platform/database/ping.ts';
import type { SignedInPerson } from '../../platform/http/admission.ts';
import { authAdapter } from './auth-adapter.ts';
import { endProofsOf } from './store/persons.ts';

/**
 * Passwords, sessions and second factors, by better-auth. It receives only requests from
 * modules/people/routes/sessions.ts: those that the contract lists, already validated, counted, and sent by
 * one of our pages.
 */
export interface SignIn {
  /** Calls one endpoint of better-auth, such as `/sign-in/email`. Throws the errors of the database. */
  call(path: string, from: Caller, body?: object): Promise<SignInAnswer>;
  /** The session of a request's cookie; null when there is no valid one. `renew` extends the session. */
  sessionOf(from: Caller, renew: boolean): Promise<FoundSession | null>;
  /** Name of the session cookie. */
  cookieName: string;
}

/** The parts of a request that better-auth receives. */
export interface Caller {
  cookie: string | undefined;
  userAgent: string | undefined;
  address: string;
}

export interface SignInAnswer {
  status: number;
  /** better-auth's error code; null on success. */
  failure: string | null;
  body: unknown;
  /** Values of the Set-Cookie headers. */
  cookies: string[];
}

/** A valid session. */
export interface FoundSession {
  person: SignedInPerson;
  cookies: string[];
}

export interface SignInOptions {
  database: Database;
  /** At least 32 characters. Signs cookies and encrypts second factors: changing it invalidates both. */
  secret: string;
  publicUrl: string;
  newId(): string;
  sendResetMail(person: { email: string; name: string }, token: string): Promise<void>;
  warn(message: string): void;
}

const daySeconds = 24 * 3_600;
const sessionSeconds = 14 * daySeconds;
const resetLinkSeconds = 3_600;
const secondFactorSeconds = 600;
/** Set by this file only: headers of the client are not passed on. */
const addressHeader = 'x-milepost-address';
const basePath = '/auth';

export function createSignIn(options: SignInOptions): SignIn {
  const { origin } = new URL(options.publicUrl);
  const auth = betterAuth(settingsOf(options, origin));
  const ask = async (request: Request): Promise<SignInAnswer> => {
    const result = await answerOf(await auth.handler(request));
    if (result.status < 500) return result;
    // Some endpoints hide errors of the database. If it is unavailable, this query throws, so that a
    // signed-in person is not treated as signed out.
    await ping(options.database);
    throw new Error(`Sign-in failed at ${new URL(request.url).pathname} with ${result.status}.`);
  };

  const call: SignIn['call'] = async (path, from, body = {}) => {
    const headers = { ...headersOf(from), origin, 'content-type': 'application/json' };
    const request = new Request(`${origin}${basePath}${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    return ask(request);
  };

  return {
    call,
    cookieName: `${origin.startsWith('https:') ? '__Secure-' : ''}milepost.session_token`,
    sessionOf: async (from, renew) => {
      const address = `${origin}${basePath}/get-session${renew ? '' : '?disableRefresh=true'}`;
      const { body, cookies } = await ask(new Request(address, { headers: headersOf(from) }));
      const found = sessionSchema.safeParse(body);
      return found.success ? { person: found.data.user, cookies } : null;
    },
  };
}

const sessionSchema = z.object({
  user: z.object({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    twoFactorEnabled: z.boolean().nullish().transform(Boolean),
  }),
});

function settingsOf({ database, secret, newId, sendResetMail, warn }: SignInOptions, origin: string) {
  return {
    appName: 'Milepost',
    baseURL: origin,
    basePath,
    secret,
    database: authAdapter(database),
    emailAndPassword: {
      enabled: true,
      // People join by invitation only; see modules/people/invitations.ts.
      disableSignUp: true,
      minPasswordLength: passwordLengthMin,
      maxPasswordLength: passwordLengthMax,
      resetPasswordTokenExpiresIn: resetLinkSeconds,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, token }: { user: { email: string; name: string }; token: string }) =>
        sendResetMail(user, token),
      onPasswordReset: ({ user }: { user: { id: string } }) => endProofsOf(database, user.id),
    },
    session: { expiresIn: sessionSeconds, updateAge: daySeconds },
    verification: { storeIdentifier: 'hashed' as const },
    plugins: [twoFactor({ issuer: 'Milepost', twoFactorCookieMaxAge: secondFactorSeconds })],
    // modules/people/attempts.ts counts attempts before they reach better-auth, also per account across all
    // addresses.
    rateLimit: { enabled: false },
    onAPIError: { throw: true },
    telemetry: { enabled: false },
    logger: {
      level: 'error' as const,
      log: (_level: string, message: string) => warn(message),
    },
    advanced: {
      cookiePrefix: 'milepost',
      defaultCookieAttributes: { sameSite: 'lax' as const, httpOnly: true },
      disableOriginCheck: false,
      ipAddress: { ipAddressHeaders: [addressHeader] },
      database: { generateId: () => newId() },
    },
  };
}

function headersOf({ cookie, userAgent, address }: Caller): Record<string, string> {
  return {
    [addressHeader]: address,
    ...(cookie === undefined ? {} : { cookie }),
    ...(userAgent === undefined ? {} : { 'user-agent': userAgent.slice(0, 500) }),
  };
}

const failureSchema = z.object({ code: z.string() });

async function answerOf(response: Response): Promise<SignInAnswer> {
  const body = jsonOf(await response.text());
  const failure = failureSchema.safeParse(body);
  return {
    status: response.status,
    failure: response.ok ? null : (failure.data?.code ?? 'UNKNOWN'),
    body,
    cookies: response.headers.getSetCookie(),
  };
}

/** Null when the text is not JSON. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
