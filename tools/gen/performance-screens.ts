import type { ScreensResult } from '../../bench/src/screens/screens-result.ts';
import type { Line } from './performance-line.ts';

type Row = readonly [what: string, measured: number | null, target: Line['target'], unit: string];

/** The rows of the section about the screens. */
export function screensLines(result: ScreensResult): Line[] {
  return [...portalRows(result), ...dashboardRows(result), ...liveRows(result)].map(
    ([what, measured, target, unit]) => ({ what, measured, target, unit }),
  );
}

function portalRows(result: ScreensResult): Row[] {
  const { conditions } = result;
  const perfect = { is: 'exactly', value: 100 } as const;
  return [
    [
      'Lighthouse on the portal, performance',
      result.lighthousePerformance,
      { is: 'at least', value: 95 },
      '',
    ],
    ['Lighthouse on the portal, accessibility', result.lighthouseAccessibility, perfect, ''],
    ['Lighthouse on the portal, best practices', result.lighthouseBestPractices, perfect, ''],
    ['scripts of a portal page, gzipped', result.portalScriptKb, { is: 'at most', value: 40 }, 'kB'],
    ['time to first byte of a portal page, p95', result.portalTtfbMsP95, { is: 'below', value: 30 }, 'ms'],
    [
      'messages accepted at the same time',
      conditions.acceptedPerSecondPortal,
      { is: 'within 1 % of', value: 1_000 },
      'a second',
    ],
    [
      `violations of axe rules on ${conditions.pagesAudited} pages and states`,
      result.axeViolations,
      { is: 'exactly', value: 0 },
      '',
    ],
  ];
}

function dashboardRows(result: ScreensResult): Row[] {
  return [
    [
      'scripts and styles before the first rows, gzipped',
      result.dashboardEntryKb,
      { is: 'at most', value: 200 },
      'kB',
    ],
    [
      'first rows of Shipments, empty browser cache, median',
      result.listFirstRowsMs,
      { is: 'below', value: 500 },
      'ms',
    ],
    ['first rows of Shipments, full browser cache, median', result.listFirstRowsKeptMs, null, 'ms'],
    ['rows of a filter, median', result.listFilterMs, { is: 'below', value: 150 }, 'ms'],
    [
      'longest task while 50 screens are scrolled',
      result.listLongestTaskMs,
      { is: 'at most', value: 50 },
      'ms',
    ],
  ];
}

function liveRows(result: ScreensResult): Row[] {
  const { conditions } = result;
  return [
    ['accepted event on an open screen, p50', result.eventToScreenMsP50, null, 'ms'],
    ['accepted event on an open screen, p95', result.eventToScreenMsP95, { is: 'below', value: 300 }, 'ms'],
    ['sent event on an open screen, p95', result.sentToScreenMsP95, null, 'ms'],
    ['accepted event on a live stream, p95', result.eventToStreamMsP95, null, 'ms'],
    ['events that never reached the screen', conditions.eventsUnseen, { is: 'exactly', value: 0 }, ''],
    [
      'messages accepted with streams open',
      conditions.acceptedPerSecondStreams,
      { is: 'within 1 % of', value: 1_000 },
      'a second',
    ],
  ];
}
