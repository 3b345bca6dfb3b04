/**
 * Checks rules about silence. Silence produces no event, so each rule stores a deadline; this timer takes due
 * deadlines by index and checks their rules. It sleeps until the next deadline, at most `tickMsMax`, because
 * other processes and new messages add deadlines.
 */
import { exceptionRules, rollUp } from '@milepost/domain';
import type { Database, Queries } from '../../../platform/database/database.ts';
import { takeTurn } from '../../../platform/database/take-turn.ts';
import type { ShipmentChange } from '../../outbound/index.ts';
import { claimDue, type DueShipment, type DueWrite, nextDueAt, writeDue } from '../store/deadlines.ts';

export interface DeadlineWatch {
  stop(): Promise<void>;
}

export interface DeadlineTools {
  now(): number;
  newId(): string;
  /** Called when exceptions were opened. */
  onOpened(count: number): void;
  onFailure(error: unknown): void;
}

const tickMsMax = 1_000;
/** Few per round, because on the embedded database other queries wait for the write. */
const batchMax = 100;

export function startDeadlineWatch(database: Database, tools: DeadlineTools): DeadlineWatch {
  let stopping = false;
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<void> = Promise.resolve();
  const tick = async (): Promise<void> => {
    const delayMs = await lookOnce(database, tools);
    if (!stopping) timer = setTimeout(next, delayMs);
  };
  const next = (): void => {
    round = tick();
  };
  next();
  return {
    async stop() {
      stopping = true;
      clearTimeout(timer);
      await round;
    },
  };
}

/** One round. Returns how long to sleep. */
async function lookOnce(database: Database, tools: DeadlineTools): Promise<number> {
  try {
    const asked = await database.transaction((queries) => askDueRules(queries, tools));
    if (asked >= batchMax) return 0;
    const next = await nextDueAt(database);
    return next === null ? tickMsMax : Math.min(tickMsMax, Math.max(0, next - tools.now()));
  } catch (error) {
    tools.onFailure(error);
    return tickMsMax;
  }
}

/** Checks the rules that are due. Returns the number of shipments checked. */
export async function askDueRules(
  queries: Queries,
  tools: Pick<DeadlineTools, 'now' | 'newId' | 'onOpened'>,
): Promise<number> {
  const now = tools.now();
  const due = await claimDue(queries, now, batchMax);
  if (due.length === 0) return 0;
  const write = { checked: [], opened: [], outbox: [] };
  for (const deadline of due) ask(deadline, now, tools.newId, write);
  await takeTurn(queries, [...new Set(due.map(({ shipment }) => shipment.workspaceId))]);
  await writeDue(queries, write);
  tools.onOpened(write.opened.length);
  return due.length;
}

type Writing = { -readonly [Part in keyof DueWrite]: DueWrite[Part][number][] };

function ask({ shipment, rules }: DueShipment, now: number, newId: () => string, write: Writing): void {
  const subject = { state: rollUp(Object.values(shipment.states)), registeredAt: shipment.createdAt };
  for (const code of rules) {
    write.checked.push({ shipmentId: shipment.id, rule: code });
    const rule = exceptionRules.find((candidate) => candidate.code === code);
    const finding = rule?.check(subject, now);
    if (!rule || !finding) continue;
    write.opened.push({
      id: newId(),
      workspaceId: shipment.workspaceId,
      shipmentId: shipment.id,
      rule: code,
      cause: finding.cause,
      severity: rule.severity,
      detail: finding.detail,
      openedAt: new Date(now).toISOString(),
    });
    write.outbox.push({
      workspaceId: shipment.workspaceId,
      shipmentId: shipment.id,
      shipmentSequence: shipment.sequence + 1,
      type: 'exception.opened',
      payload: changeOf(shipment, subject.state, {
        rule: code,
        severity: rule.severity,
        detail: finding.detail,
      }),
    });
  }
}

function changeOf(
  shipment: DueShipment['shipment'],
  state: { milestone: string; subStatus: string },
  exception: NonNullable<ShipmentChange['exception']>,
): ShipmentChange {
  return {
    shipmentId: shipment.id,
    trackingId: shipment.trackingId,
    carrier: shipment.carrier,
    trackingNumber: shipment.trackingNumber,
    milestone: state.milestone,
    subStatus: state.subStatus,
    previous: null,
    isNews: true,
    openExceptions: [...new Set([...shipment.openExceptions, exception.rule])],
    events: [],
    exception,
  };
}
