import { Agent, get } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { preciseNow } from '../clock.ts';
import { percentile } from '../percentile.ts';

export interface PortalTimes {
  portalTtfbMsP95: number | null;
  portalRequests: number;
  portalFailures: number;
}

const intervalMs = 50;

/**
 * Requests portal pages in turn, twenty a second, without waiting for the previous answer. Each request comes
 * from another address behind a proxy, so that no recipient reaches the rate limit.
 */
export async function askPortal(addresses: readonly string[], seconds: number): Promise<PortalTimes> {
  const agent = new Agent({ keepAlive: true });
  const timesMs: number[] = [];
  const inFlight: Promise<void>[] = [];
  let failures = 0;
  const ask = async (address: string, count: number): Promise<void> => {
    try {
      timesMs.push(await firstByteMs(address, { agent, sender: senderOf(count) }));
    } catch {
      failures += 1;
    }
  };
  const startedAt = performance.now();
  for (let count = 0; count * intervalMs < seconds * 1_000; count++) {
    await setTimeout(Math.max(0, startedAt + count * intervalMs - performance.now()));
    const address = addresses[count % addresses.length];
    if (address !== undefined) inFlight.push(ask(address, count));
  }
  await Promise.all(inFlight);
  agent.destroy();
  return {
    portalTtfbMsP95: percentile(timesMs, 95),
    portalRequests: inFlight.length,
    portalFailures: failures,
  };
}

function senderOf(count: number): string {
  return `10.${(count >> 16) & 255}.${(count >> 8) & 255}.${count & 255}`;
}

/** Rejects when the answer is not the page. */
function firstByteMs(address: string, { agent, sender }: { agent: Agent; sender: string }): Promise<number> {
  const headers = { 'x-forwarded-for': sender, 'accept-encoding': 'gzip', accept: 'text/html' };
  return new Promise((resolve, reject) => {
    const from = preciseNow();
    const request = get(address, { agent, headers }, (response) => {
      const tookMs = preciseNow() - from;
      response.resume();
      if (response.statusCode === 200) resolve(tookMs);
      else reject(new Error(`The page was answered with ${response.statusCode}.`));
    });
    request.once('error', reject);
    request.setTimeout(30_000, () => request.destroy(new Error('The page was not answered in time.')));
  });
}
