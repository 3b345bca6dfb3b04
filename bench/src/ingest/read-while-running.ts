import { preciseNow } from '../clock.ts';
import type { ApiClient } from './api-client.ts';

export interface ReadProbe {
  /** How long each answer took that was asked for after the warm-up. */
  latenciesMs: number[];
  failures(): number;
  stop(): Promise<void>;
}

const intervalMs = 100;

/**
 * Asks for a page of the list and for one history by turns, ten times a second in all, as somebody does who looks at the screen meanwhile. It asks
 * whether or not the answer before has come, so that a slow one hides none behind it.
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
