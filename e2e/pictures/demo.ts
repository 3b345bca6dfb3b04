import type { ServerProcess } from '../harness/server-process.ts';
import { textOf } from '../harness/text-of.ts';
import { until } from '../harness/until.ts';

/** The demo is filled while the server answers; this resolves when the past of every shipment is complete. */
export async function demoFilled(server: ServerProcess): Promise<void> {
  const isFilled = async (): Promise<boolean> => {
    const answer = await fetch(`${server.url}/v1/demo`, {
      headers: { authorization: `Bearer ${server.key()}` },
    });
    if (!answer.ok) return false;
    // The contract's demo.
    const { progress } = (await answer.json()) as { progress: { phase: string } };
    return progress.phase !== 'filling';
  };
  await until('the demo has filled', isFilled, 240_000);
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

/** The first user offered by the login page of the demo. */
export async function demoAdmin(server: ServerProcess): Promise<{ email: string; password: string }> {
  const answer = await fetch(`${server.url}/v1/first-run`);
  // The contract's firstRun.
  const { demo } = (await answer.json()) as { demo: unknown[] | null };
  return { email: textOf(demo?.[0], 'email'), password: textOf(demo?.[0], 'password') };
}
