import { z } from 'zod';
import { machine } from '../ingest/ingest-result.ts';

const figure = z.number().nullable();

/** The result of `screens`. Figures are null when there was too little to measure. */
export const screensResult = z.object({
  /** 0 to 100, median of three runs of the mobile preset on a portal page with its details open. */
  lighthousePerformance: figure,
  lighthouseAccessibility: figure,
  lighthouseBestPractices: figure,
  /** Transferred scripts of a portal page, in kB (1,000 bytes). */
  portalScriptKb: z.number(),
  /** From the request for a portal page to the first byte of its answer, under load. */
  portalTtfbMsP95: figure,
  /** Transferred scripts and styles before the first rows of Shipments, in kB. */
  dashboardEntryKb: z.number(),
  /** From navigation to the first rows on the screen, median: with an empty cache and with a full one. */
  listFirstRowsMs: figure,
  listFirstRowsKeptMs: figure,
  /** From the click on a filter to the rows of its answer, median. */
  listFilterMs: figure,
  /** The longest task of the main thread while 50 screens are scrolled. */
  listLongestTaskMs: figure,
  /** From the hook's acknowledgement until the event is in the document of an open list. */
  eventToScreenMsP50: figure,
  eventToScreenMsP95: figure,
  /** The same, from when the message was sent. */
  sentToScreenMsP95: figure,
  /** From the acknowledgement to a live stream read without a browser: the server's share of the time. */
  eventToStreamMsP95: figure,
  /** Violated rules over every page and state, in light and in dark. */
  axeViolations: z.int(),
  conditions: z.object({
    shipments: z.int(),
    seconds: z.number(),
    openStreams: z.int(),
    /** Reconnects of the streams after a lost connection. */
    streamsCut: z.int(),
    /** Data received by all streams together, in MB (1,000,000 bytes) a second. */
    streamedMbPerSecond: z.number(),
    /** Accepted messages a second: during the portal requests, and while the streams were open. */
    acceptedPerSecondPortal: z.number(),
    acceptedPerSecondStreams: z.number(),
    portalRequests: z.int(),
    /** Requests with another answer than the page. */
    portalFailures: z.int(),
    /**
     * Messages whose time to the screen was measured; those overtaken by a newer one of their parcel; those
     * that never arrived.
     */
    eventsWatched: z.int(),
    eventsOvertaken: z.int(),
    eventsUnseen: z.int(),
    pagesAudited: z.int(),
    browser: z.string(),
  }),
  machine: machine.extend({ engineVersion: z.string() }),
});
export type ScreensResult = z.infer<typeof screensResult>;
