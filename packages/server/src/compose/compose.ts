import { pino } from 'pino';
import type { Config } from '../config.ts';
import type { DemoInstallation } from '../modules/demo/index.ts';
import type { People } from '../modules/people/index.ts';
import { wireAdministration } from './administration.ts';
import { wireCarriers } from './carriers.ts';
import { type DemoOptions, wireDemo } from './demo.ts';
import { wireExceptions } from './exceptions.ts';
import { openFoundation } from './foundation.ts';
import { buildHttp } from './http.ts';
import { wireIngestion } from './ingestion.ts';
import { wireInsights } from './insights.ts';
import { wireOutbound } from './outbound.ts';
import { wirePages } from './pages.ts';
import { wirePeople } from './people.ts';
import { wirePortal } from './portal.ts';
import { StopList } from './stop-list.ts';
import { wireTracking } from './tracking.ts';

/** The running product. */
export interface Application extends DemoInstallation {
  http: Awaited<ReturnType<typeof buildHttp>>;
  people: People;
  /**
   * Stops accepting messages, finishes what was started, and closes. Calling it again waits for the same end.
   */
  stop(): Promise<void>;
}

/**
 * Puts the modules together: each is wired by a file of its own in this folder, which returns what its routes
 * and the other modules need. The order is that of starting; stopping is the reverse, so that the HTTP server
 * closes first and the database last.
 */
export async function compose(config: Config, options: DemoOptions): Promise<Application> {
  const logger = pino({ level: config.MILEPOST_LOG_LEVEL }, pino.destination(2));
  const stops = new StopList();
  const foundation = await openFoundation(config, logger, stops).catch(async (error: unknown) => {
    // The database would keep the process alive.
    await stops.stopAll(logger);
    throw error;
  });
  const demo = wireDemo(foundation, options);
  const people = wirePeople(foundation, demo, stops);
  const outbound = await wireOutbound(foundation, stops);
  const tracking = await wireTracking(foundation, outbound, stops);
  const ingestion = wireIngestion(foundation, { demo, tracking }, stops);
  const withClock: DemoInstallation['withClock'] = (now) => ({
    receiver: ingestion.openReceiver(now),
    register: tracking.registerWithClock(now),
  });
  wireExceptions(foundation, outbound, stops);
  wireInsights(foundation, stops);
  const administration = wireAdministration(foundation, stops);
  const carriers = wireCarriers(foundation, { demo, ingestion }, stops);
  const http = await buildHttp({
    ...foundation,
    ...people,
    ...outbound,
    ...tracking,
    ...ingestion,
    ...administration,
    ...carriers,
    ...wirePortal(foundation),
    ...wirePages(foundation),
    ...demo,
    metrics: foundation.metrics.registry,
  });
  stops.add(() => http.close());
  return { ...foundation, http, people: people.people, withClock, stop: () => stops.stopAll(logger) };
}
