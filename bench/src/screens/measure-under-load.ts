import { setTimeout } from 'node:timers/promises';
import { portalLink, shipment } from '@milepost/contract';
import type { Browser } from 'playwright-core';
import type { Cleanup } from '../cleanup.ts';
import { preciseNow } from '../clock.ts';
import type { ApiClient } from '../ingest/api-client.ts';
import { eventKey } from '../ingest/event-key.ts';
import { type Arrivals, listenToStream } from '../ingest/listen-to-stream.ts';
import type { LoadTarget } from '../ingest/make-accounts.ts';
import type { LoadProcess } from '../ingest/start-load.ts';
import type { Log } from '../log.ts';
import { toHundredths } from '../percentile.ts';
import { askPortal } from './ask-portal.ts';
import { latencyPercentile, shownAt } from './event-latencies.ts';
import { openStreams } from './open-streams.ts';
import { acceptedPerSecond, prepareLoad, type Span } from './prepare-load.ts';
import { type PushedEvent, pushEvents, registerWatched } from './push-events.ts';
import type { ScreensResult } from './screens-result.ts';
import type { SignedIn } from './sign-in.ts';
import { step } from './step.ts';
import { type SeenMarks, type WatchedScreen, watchScreen } from './watch-screen.ts';

export interface UnderLoadGiven {
  api: ApiClient;
  browser: Browser;
  signedIn: SignedIn;
  seconds: number;
  streams: number;
  cleanup: Cleanup;
  log: Log;
}

type Conditions = ScreensResult['conditions'];
type Figures = Pick<
  ScreensResult,
  'portalTtfbMsP95' | 'eventToScreenMsP50' | 'eventToScreenMsP95' | 'sentToScreenMsP95' | 'eventToStreamMsP95'
>;

export interface UnderLoad {
  figures: Figures;
  conditions: Pick<
    Conditions,
    | 'streamsCut'
    | 'streamedMbPerSecond'
    | 'acceptedPerSecondPortal'
    | 'acceptedPerSecondStreams'
    | 'portalRequests'
    | 'portalFailures'
    | 'eventsWatched'
    | 'eventsOvertaken'
    | 'eventsUnseen'
  >;
  /** A shipment with a history. */
  trackingId: string;
  /** Its page, with the details open. */
  link: string;
}

const warmUpSeconds = 5;
/** The longest wait for the last watched events. */
const arrivalSecondsMax = 30;
const pollMs = 250;
const portalPagesMax = 40;

/**
 * One load with two phases: first the streams are open and a screen is watched, then the portal is requested.
 */
export async function measureUnderLoad(given: UnderLoadGiven): Promise<UnderLoad> {
  const { api, seconds, cleanup, log } = given;
  const loadSeconds = warmUpSeconds + 2 * seconds + arrivalSecondsMax;
  const { load, generic, shipmentIds } = await step(log, 'registering the parcels of the load', () =>
    prepareLoad(api, loadSeconds, cleanup),
  );
  const numbers = await step(log, 'registering the watched parcels', () => registerWatched(api));
  const pages = await step(log, 'making links to portal pages', () => linksTo(api, shipmentIds));
  const [page] = pages;
  if (page === undefined) throw new Error('No parcel of the load has a portal page.');
  const addresses = pages.map(({ address }) => address);
  const screen = await step(log, 'watching a screen while events come in and streams are open', () =>
    watchEvents(given, { load, generic, numbers }),
  );
  const portal = await step(log, 'asking for portal pages while events come in', () =>
    inSpan(() => askPortal(addresses, seconds)),
  );
  const { records } = await step(log, 'waiting for the end of the load', () => load.finished);
  await load.stop();
  const { portalTtfbMsP95, ...portalCounts } = portal.result;
  return {
    figures: { portalTtfbMsP95, ...screen.figures },
    conditions: {
      ...portalCounts,
      ...screen.conditions,
      acceptedPerSecondPortal: acceptedPerSecond(records, portal.span),
      acceptedPerSecondStreams: acceptedPerSecond(records, screen.span),
    },
    trackingId: page.trackingId,
    link: page.address,
  };
}

async function inSpan<T>(work: () => Promise<T>): Promise<{ result: T; span: Span }> {
  const from = preciseNow();
  const result = await work();
  return { result, span: [from, preciseNow()] };
}

async function linksTo(
  api: ApiClient,
  shipmentIds: readonly string[],
): Promise<{ trackingId: string; address: string }[]> {
  const links: { trackingId: string; address: string }[] = [];
  for (const id of shipmentIds.slice(0, portalPagesMax)) {
    const { trackingId } = shipment.parse(await api.get(`/v1/shipments/${id}`));
    const { url } = portalLink.parse(await api.post(`/v1/shipments/${id}/link`, {}));
    links.push({ trackingId, address: url });
  }
  return links;
}

interface Watched {
  load: LoadProcess;
  generic: LoadTarget;
  numbers: readonly string[];
}

/** Everything is open before the load starts, so that no event is missed. */
async function watchEvents(
  { api, browser, signedIn, seconds, streams, cleanup }: UnderLoadGiven,
  { load, generic, numbers }: Watched,
) {
  const held = await openStreams({ url: api.url, headers: api.headers, count: streams - 1 }, cleanup);
  const stream = await listenToStream(api);
  await cleanup.add(() => stream.stop());
  const screen = await watchScreen(browser, api.url, { signedIn, numbers });
  await load.start();
  await setTimeout(warmUpSeconds * 1_000);
  const before = await held.counts();
  const { result: sent, span } = await inSpan(() => pushEvents(generic, seconds));
  const after = await held.counts();
  const seen = await whenAllAreSeen(screen, sent);
  await screen.close();
  stream.stop();
  await held.close();
  const shown = shownAt(sent, seen);
  const arrived = arrivalsOf(sent, stream.arrivals);
  const streamedBytes = after.bytes - before.bytes;
  return {
    span,
    figures: {
      eventToScreenMsP50: latencyPercentile(sent, seen, { from: 'acceptedAt', rank: 50 }),
      eventToScreenMsP95: latencyPercentile(sent, seen, { from: 'acceptedAt', rank: 95 }),
      eventToStreamMsP95: latencyPercentile(sent, arrived, { from: 'acceptedAt', rank: 95 }),
      sentToScreenMsP95: latencyPercentile(sent, seen, { from: 'sentAt', rank: 95 }),
    },
    conditions: {
      streamsCut: after.cut,
      streamedMbPerSecond: toHundredths(streamedBytes / 1_000 / (span[1] - span[0])),
      eventsWatched: sent.length,
      eventsOvertaken: sent.filter(({ mark }) => !seen.has(mark) && shown.has(mark)).length,
      eventsUnseen: sent.filter(({ mark }) => !shown.has(mark)).length,
    },
  };
}

/** The events shown on the screen, once all are shown or the time is over. */
async function whenAllAreSeen(screen: WatchedScreen, sent: readonly PushedEvent[]): Promise<SeenMarks> {
  const end = performance.now() + arrivalSecondsMax * 1_000;
  for (;;) {
    const seen = await screen.seen();
    if (performance.now() > end || shownAt(sent, seen).size === sent.length) return seen;
    await setTimeout(pollMs);
  }
}

/** Arrival time of each pushed event on the one stream that is read, by its mark. */
function arrivalsOf(sent: readonly PushedEvent[], { keys, at }: Arrivals): ReadonlyMap<string, number> {
  const marks = new Map(sent.map((event) => [eventKey(event.trackingNumber, event.sentAt), event.mark]));
  const arrived = new Map<string, number>();
  for (const [index, key] of keys.entries()) {
    const mark = marks.get(key);
    const moment = at[index];
    if (mark !== undefined && moment !== undefined && !arrived.has(mark)) arrived.set(mark, moment);
  }
  return arrived;
}
