interface StartedRequest {
  response: Promise<unknown>;
  /** In milliseconds since the page was opened. */
  startedAtMs: number;
}

/** After this time the response is too old to be shown. */
const ageMsMax = 30_000;

/** Responses requested before the page was loaded, by URL. */
const started = new Map<string, StartedRequest>();

export function keepStarted(url: string, response: Promise<unknown>): void {
  // The caller of takeStarted handles a failure. If there is none, it does not matter.
  response.catch(() => undefined);
  started.set(url, { response, startedAtMs: performance.now() });
}

/** Hands out a started response once. Later calls send a request of their own. */
export function takeStarted(url: string): Promise<unknown> | undefined {
  const found = started.get(url);
  started.delete(url);
  return found !== undefined && performance.now() - found.startedAtMs <= ageMsMax
    ? found.response
    : undefined;
}

export function forgetStarted(): void {
  started.clear();
}
