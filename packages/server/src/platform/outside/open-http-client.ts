import { type LookupOptions, lookup } from 'node:dns';
import { CarrierUnavailable, type HttpAnswer, type HttpCall, type HttpRequest } from '@milepost/connectors';
import { Agent, request } from 'undici';
import { isPublicAddress, whyUrlIsRefused } from './address-guard.ts';

export interface HttpClientOptions {
  /**
   * Allows calls to private networks; for installations whose shops and carriers are there.
   */
  allowPrivateAddresses: boolean;
  timeoutMs: number;
  answerBytesMax: number;
}

export interface HttpClient {
  call: HttpCall;
  close(): Promise<void>;
}

/**
 * The only client for outbound calls: with time-outs, a size limit, and a check of the address when
 * connecting, so that DNS cannot change it in between.
 */
export function openHttpClient(options: HttpClientOptions): HttpClient {
  const agent = new Agent({
    connect: {
      timeout: options.timeoutMs,
      ...(options.allowPrivateAddresses ? {} : { lookup: publicLookup }),
    },
    headersTimeout: options.timeoutMs,
    bodyTimeout: options.timeoutMs,
    connections: 32,
    maxResponseSize: options.answerBytesMax,
  });
  return { call: (wanted) => call(agent, options, wanted), close: () => agent.close() };
}

async function call(agent: Agent, options: HttpClientOptions, wanted: HttpRequest): Promise<HttpAnswer> {
  const refused = options.allowPrivateAddresses ? null : whyUrlIsRefused(wanted.url);
  if (refused !== null) throw new CarrierUnavailable(refused);
  try {
    const answer = await request(wanted.url, {
      method: wanted.method,
      headers: { ...wanted.headers },
      body: wanted.body ?? null,
      dispatcher: agent,
      signal: AbortSignal.timeout(options.timeoutMs),
    });
    return { status: answer.statusCode, headers: flat(answer.headers), body: await answer.body.text() };
  } catch (error) {
    throw new CarrierUnavailable(`${new URL(wanted.url).host} could not be reached.`, { cause: error });
  }
}

function flat(headers: Record<string, string | string[] | undefined>): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
}

type LookupDone = (
  error: NodeJS.ErrnoException | null,
  address: string | { address: string; family: number }[],
  family?: number,
) => void;

function publicLookup(hostname: string, options: LookupOptions, done: LookupDone): void {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, []);
    const first = addresses[0];
    const inside = addresses.some(({ address }) => !isPublicAddress(address));
    if (inside || !first) return done(new Error(`${hostname} points into a private network.`), []);
    if (options.all) done(null, addresses);
    else done(null, first.address, first.family);
  });
}
