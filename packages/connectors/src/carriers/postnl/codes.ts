import { type CodeTable, codeTable } from '../../_kit/index.ts';
import { eventCodes } from './event-codes.ts';

/**
 * Status codes: the coarse answer, with meanings that PostNL publishes. They are used only where no event
 * describes the same scan (see decode.ts), because the status of several events is false: a locker waiting
 * under 11 “delivered”, a parcel sent abroad under 7.
 */
export const statusCodes: CodeTable = codeTable(
  'documented',
  [
    ['1', 'info_received.data_received'],
    ['2 3', 'in_transit.accepted'],
    ['4', 'info_received.pickup_failed'],
    ['5', 'in_transit.processing'],
    ['6', 'exception.delayed', { evidence: 'inferred', party: 'carrier' }],
    // In the distribution process; also sent with line haul, export and customs release.
    ['7', 'out_for_delivery.with_driver', { evidence: 'inferred' }],
    ['8', 'attempt_failed.unspecified', { evidence: 'inferred' }],
    ['9 20', 'in_transit.customs_started'],
    ['11', 'delivered.handed_over'],
    ['12', 'available_for_pickup.ready'],
    ['13', 'info_received.awaiting_parcel'],
    ['14', 'expired.closed_by_carrier', { evidence: 'inferred', party: 'sender' }],
    // “Manco”: expected in collection, sorting or delivery and not seen there. Its events mention a new
    // delivery time.
    ['15 16 17', 'exception.delayed', { evidence: 'inferred', reason: 'missing' }],
    ['18', 'exception.lost', { evidence: 'inferred', reason: 'missing' }],
    ['19', 'exception.rejected_by_carrier', { party: 'sender' }],
    ['21', 'in_transit.arrived_facility', { evidence: 'inferred' }],
    ['22', 'delivered.collected'],
    // Its phase is “delivered”, but what was completed is the pickup at the sender.
    ['23', 'in_transit.accepted'],
    ['27', 'returning.started'],
    ['28', 'returning.started', { reason: 'failed_check', party: 'recipient' }],
    ['31', 'in_transit.processing'],
  ],
  { 99: 'Means “not applicable”; it accompanies administrative rows.' },
);

const coarser = 'The status code of the same row is more exact.';

/** Phases come with every status row and are never read alone. */
const phaseCodes: CodeTable = codeTable('documented', [], {
  1: coarser,
  2: coarser,
  3: coarser,
  4: coarser,
  99: coarser,
});

export const codeTables: Readonly<Record<string, CodeTable>> = {
  event: eventCodes,
  status: statusCodes,
  phase: phaseCodes,
};
