import { type Config, readConfig } from '../config.ts';
import { CommandFailure } from './command-failure.ts';
import { readServerFile } from './local-server.ts';
import { serve } from './serve.ts';

export interface ApiOptions {
  /** URL and key of another server; without them the server of this data folder is used. */
  url?: string;
  key?: string;
}

/** Sends requests to a server with one API key. */
export interface ApiClient {
  get(path: string, query?: Readonly<Record<string, string | undefined>>): Promise<Response>;
  post(path: string, body: unknown, more?: Readonly<Record<string, string>>): Promise<Response>;
}

/**
 * Runs a command against a server: the given one, else the running server of this data folder, else a
 * temporary one that is stopped afterwards. So every command uses the API like any client.
 */
export async function withApi<T>(options: ApiOptions, work: (api: ApiClient) => Promise<T>): Promise<T> {
  const url = options.url ?? process.env.MILEPOST_URL;
  const key = options.key ?? process.env.MILEPOST_KEY;
  if (url !== undefined && key !== undefined) return work(clientOf(url, key));
  if (url !== undefined || key !== undefined)
    throw new CommandFailure('Give both --url and --key, or neither.');
  const config = readConfig(process.env);
  const running = readServerFile(config.MILEPOST_DATA);
  if (running !== null && (await answers(running.url))) return work(clientOf(running.url, running.key));
  // Links in mails and output are opened later, when the server runs at its usual URL.
  const MILEPOST_PUBLIC_URL = config.MILEPOST_PUBLIC_URL ?? `http://localhost:${config.PORT}`;
  const temporary: Config = { ...config, PORT: 0, MILEPOST_PUBLIC_URL, MILEPOST_LOG_LEVEL: 'error' };
  const server = await serve(temporary, { demo: false });
  try {
    return await work(clientOf(server.url, server.open.key));
  } finally {
    await server.stop();
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/livez`, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}

function clientOf(url: string, key: string): ApiClient {
  const headers = { authorization: `Bearer ${key}` };
  return {
    get: (path, query = {}) => {
      const given = Object.entries(query).filter(
        (entry): entry is [string, string] => entry[1] !== undefined,
      );
      const search = new URLSearchParams(given).toString();
      return ask(`${url}${path}${search === '' ? '' : `?${search}`}`, { headers });
    },
    post: (path, body, more = {}) =>
      ask(`${url}${path}`, {
        method: 'POST',
        headers: { ...headers, ...more, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
  };
}

/** Turns a problem document into a message with the fault and the remedy. */
async function ask(url: string, init: RequestInit): Promise<Response> {
  const answer = await fetch(url, init).catch((error: unknown) => {
    throw new CommandFailure(
      `${new URL(url).origin} cannot be reached. Check the URL and whether the server is running.`,
      { cause: error },
    );
  });
  if (answer.ok) return answer;
  const text = await answer.text();
  throw new CommandFailure(
    problemText(text) ?? `The server answered ${answer.status}: ${text.slice(0, 300)}`,
  );
}

function problemText(text: string): string | null {
  try {
    const problem: { title?: string; detail?: string; remedy?: string } = JSON.parse(text);
    return [problem.title, problem.detail, problem.remedy].filter(Boolean).join(' ') || null;
  } catch {
    return null;
  }
}
