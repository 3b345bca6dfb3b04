/** A client of the HTTP API. */
export interface ApiClient {
  url: string;
  headers: Readonly<Record<string, string>>;
  /** Returns the parsed answer. Throws for any other status than success. */
  get(path: string): Promise<unknown>;
  post(path: string, body: unknown): Promise<unknown>;
}

export function openApi(url: string, key: string): ApiClient {
  const headers = { authorization: `Bearer ${key}` };
  return {
    url,
    headers,
    get: (path) => ask(`${url}${path}`, { headers }),
    post: (path, body) =>
      ask(`${url}${path}`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
  };
}

async function ask(url: string, init: RequestInit): Promise<unknown> {
  const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(60_000) });
  const text = await answer.text();
  if (!answer.ok)
    throw new Error(
      `${init.method ?? 'GET'} ${url} was answered with ${answer.status}: ${text.slice(0, 500)}`,
    );
  return JSON.parse(text);
}
