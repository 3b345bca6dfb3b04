import { preciseNow } from '../clock.ts';
import type { ApiClient } from './api-client.ts';

export interface ReadProbe {
  /** Latencies of the requests after the warm-up. */
  latenciesMs: number[];
  failures(): number;
  stop(): Promise<void>;
}

const intervalMs = 100;

/**
 * Requests a page of the list and one history in turn, ten a second in all, like a user of the dashboard. It
 * does not wait for the previous answer, so that a slow one cannot hide others behind it.
 */
export function readWhileRunning(
  api: ApiClient,
  shipmentIds: readonly string[],
  warmUpMs: number,
): ReadProbe {
  const countFrom = preciseNow() + warmUpMs;
  const latenciesMs: number[] = [];
  const inFlight = new Set<Promise<void>>();
  let count = 0;
  let failures = 0;
  const ask = async (path: string): Promise<void> => {
    const from = preciseNow();
    try {
      await api.get(path);
      if (from >= countFrom) latenciesMs.push(preciseNow() - from);
    } catch {
      failures += 1;
    }
  };
  const timer = setInterval(() => {
    count += 1;
    const id = shipmentIds[count % shipmentIds.length];
    const isList = count % 2 === 0 || id === undefined;
    const asking = ask(isList ? '/v1/shipments?limit=50' : `/v1/shipments/${id}/history`);
    inFlight.add(asking);
    void asking.then(() => inFlight.delete(asking));
  }, intervalMs);
  return {
    latenciesMs,
    failures: () => failures,
    async stop() {
      clearInterval(timer);
      await Promise.all(inFlight);
    },
  };
}
