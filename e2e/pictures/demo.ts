import type { ServerProcess } from '../harness/server-process.ts';
import { textOf } from '../harness/text-of.ts';
import { until } from '../harness/until.ts';

/** How many shipments under way, delivered and in trouble make a demo worth looking at. */
const wanted = { in_transit: 30, delivered: 10, exception: 1 } as const;

/** The demo fills while it runs; this ends when there is something of everything. */
export async function demoFilled(server: ServerProcess): Promise<void> {
  const enough = async (): Promise<boolean> => {
    for (const [milestone, count] of Object.entries(wanted)) {
      if ((await shipmentsAt(server, milestone, count)).length < count) return false;
    }
    return true;
  };
  await until('the demo has filled', enough, 240_000);
}

export async function shipmentsAt(
  server: ServerProcess,
  milestone: string,
  limit: number,
): Promise<unknown[]> {
  const answer = await fetch(`${server.url}/v1/shipments?milestone=${milestone}&limit=${limit}`, {
    headers: { authorization: `Bearer ${server.key()}` },
  });
  // The contract's shipmentPage.
  const { shipments } = (await answer.json()) as { shipments: unknown[] };
  return shipments;
}

/** Whoever the login page of the demo offers first. */
export async function demoAdmin(server: ServerProcess): Promise<{ email: string; password: string }> {
  const answer = await fetch(`${server.url}/v1/first-run`);
  // The contract's firstRun.
  const { demo } = (await answer.json()) as { demo: unknown[] | null };
  return { email: textOf(demo?.[0], 'email'), password: textOf(demo?.[0], 'password') };
}
