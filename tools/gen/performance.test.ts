import { expect, test } from 'vitest';
import type { PerformanceReport } from '../../bench/src/performance-report.ts';
import { renderPerformance } from './performance.ts';

const machine = {
  cores: 2,
  processor: 'Test processor',
  memoryGiB: 8,
  platform: 'linux x64',
  node: '24.0.0',
  loadAverageBefore: 0.1,
};

type IngestResult = PerformanceReport['postgresRate']['result'];

const ingest = (given: Partial<IngestResult>): PerformanceReport['postgresRate'] => ({
  command: `bench ingest ${given.engine ?? 'postgres'} ${given.rate}`,
  result: {
    engine: 'postgres',
    messagesPerSecond: 5_000,
    eventsPerSecond: 5_000,
    acceptMsP50: 4,
    acceptMsP99: 20,
    visibleMsP50: 20,
    visibleMsP99: 80,
    rawInsertEventsPerSecond: 40_000,
    ratioToRawInsert: 0.3,
    lost: 0,
    duplicated: 0,
    rate: 5_000,
    seconds: 60,
    warmUpSeconds: 5,
    messages: 325_000,
    events: 325_000,
    refused: 0,
    retries: 0,
    drainMs: 20,
    unseen: 0,
    seenTwice: 0,
    apiReadMsP50: 5,
    apiReadMsP99: 40,
    apiReadFailures: 0,
    loadCpuShare: 0.1,
    benchCpuShare: 0.1,
    machine: { ...machine, engineVersion: 'PostgreSQL 18' },
    ...given,
  },
});

const report = (given: Partial<PerformanceReport> = {}): PerformanceReport => ({
  measuredAt: '2026-03-01T12:00:00.000Z',
  postgresSaturation: ingest({ rate: null }),
  postgresRate: ingest({ rate: 5_000 }),
  pgliteSaturation: ingest({ engine: 'pglite', rate: null }),
  pgliteRate: ingest({ engine: 'pglite', rate: 2_000, eventsPerSecond: 2_000 }),
  decode: {
    command: 'bench decode',
    result: { eventsPerSecond: 60_000, eventsPerCpuSecond: 58_000, perCarrier: { gls: 90_000 }, machine },
  },
  list: null,
  ready: {
    command: 'bench ready',
    result: { readyMs: [3_000, 3_100, 3_200], readyMsMedian: 3_100, machine },
  },
  screens: null,
  ...given,
});

const rowsOf = (page: string, what: string) =>
  page.split('\n').filter((line) => line.startsWith(`| ${what} |`));

test('shows every figure beside the command that measured it', () => {
  const page = renderPerformance(report());
  for (const command of [
    'bench ingest postgres 5000',
    'bench ingest pglite null',
    'bench decode',
    'bench ready',
  ])
    expect(page).toContain(`\`\`\`\n${command}\n\`\`\``);
  expect(rowsOf(page, 'events recorded and visible')[0]).toContain(
    '| 5,000 a second | within 1 % of 5,000 a second | yes |',
  );
});

test('shows the date of a section that was measured separately', () => {
  const again = { ...ingest({ rate: 5_000 }), measuredOn: '2026-02-27' };
  const page = renderPerformance(report({ postgresRate: again }));
  expect(page.split('Measured on 2026-02-27.')).toHaveLength(2);
});

test('marks missed targets and missing measurements', () => {
  const slow = ingest({ visibleMsP99: 100, lost: 1, eventsPerSecond: null });
  const page = renderPerformance(report({ postgresRate: slow }));
  expect(rowsOf(page, 'visible, p99')[0]).toBe('| visible, p99 | 100 ms | below 100 ms | **no** |');
  expect(rowsOf(page, 'lost')[0]).toBe('| lost | 1 events | exactly 0 events | **no** |');
  expect(rowsOf(page, 'events recorded and visible')[0]).toContain(
    '| not measured | within 1 % of 5,000 a second | **no** |',
  );
});

test('marks nothing when all targets are reached', () => {
  expect(renderPerformance(report())).not.toContain('**no**');
});

test('includes the queries of the list if they were measured', () => {
  const list = {
    command: 'bench list',
    result: {
      shipments: 1_000_000,
      events: 8_000_000,
      queries: [{ name: 'by carrier', p50Ms: 2, p95Ms: 51 }],
      worstP95Ms: 51,
      shipmentWithHistoryMsP95: 4,
    },
  };
  const page = renderPerformance(report({ list }));
  expect(page).toContain('| by carrier | 2 ms | 51 ms |');
  expect(rowsOf(page, 'slowest filter and sort, p95')[0]).toContain('**no**');
});

test('compares the figures of the screens with their targets', () => {
  const result = {
    lighthousePerformance: 95,
    lighthouseAccessibility: 100,
    lighthouseBestPractices: 99,
    portalScriptKb: 40,
    portalTtfbMsP95: 30,
    dashboardEntryKb: 200,
    listFirstRowsMs: 400,
    listFirstRowsKeptMs: 200,
    listFilterMs: null,
    listLongestTaskMs: 50,
    eventToScreenMsP50: 100,
    eventToScreenMsP95: 299,
    sentToScreenMsP95: 310,
    eventToStreamMsP95: 80,
    axeViolations: 1,
    conditions: {
      shipments: 1_000_000,
      seconds: 60,
      openStreams: 200,
      streamsCut: 0,
      streamedMbPerSecond: 130,
      acceptedPerSecondPortal: 1_000,
      acceptedPerSecondStreams: 980,
      portalRequests: 1_200,
      portalFailures: 0,
      eventsWatched: 300,
      eventsOvertaken: 0,
      eventsUnseen: 0,
      pagesAudited: 130,
      browser: 'Chromium 150',
    },
    machine: { ...machine, engineVersion: 'PostgreSQL 18' },
  };
  const page = renderPerformance(report({ screens: { command: 'bench screens', result } }));
  const reached = (what: string) => rowsOf(page, what)[0]?.split(' | ').at(-1);
  expect(
    [
      'Lighthouse on the portal, performance',
      'Lighthouse on the portal, best practices',
      'scripts of a portal page, gzipped',
      'time to first byte of a portal page, p95',
      'first rows of Shipments, empty browser cache, median',
      'rows of a filter, median',
      'longest task while 50 screens are scrolled',
      'accepted event on an open screen, p95',
      'violations of axe rules on 130 pages and states',
    ].map(reached),
  ).toEqual(['yes |', '**no** |', 'yes |', '**no** |', 'yes |', '**no** |', 'yes |', 'yes |', '**no** |']);
  expect(reached('messages accepted at the same time')).toBe('yes |');
  expect(reached('messages accepted with streams open')).toBe('**no** |');
});
