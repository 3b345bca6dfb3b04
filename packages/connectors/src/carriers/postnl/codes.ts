import { type CodeTable, codeTable } from '../../_kit/index.ts';
import { eventCodes } from './event-codes.ts';

/**
 * Status codes: the coarse answer, of which PostNL publishes the meaning. They count only where no event tells the same scan (see decode.ts),
 * because several events stand under a status that is not true of them: a locker waiting under 11 “delivered”, a parcel sent abroad under 7.
 */
export const statusCodes: CodeTable = codeTable(
  'documented',
  [
    ['1', 'info_received.data_received'],
    ['2 3', 'in_transit.accepted'],
    ['4', 'info_received.pickup_failed'],
    ['5', 'in_transit.processing'],
    ['6', 'exception.delayed', { evidence: 'inferred', party: 'carrier' }],
    // In the distribution process; also stands beside line haul, export and customs release.
    ['7', 'out_for_delivery.with_driver', { evidence: 'inferred' }],
    ['8', 'attempt_failed.unspecified', { evidence: 'inferred' }],
    ['9 20', 'in_transit.customs_started'],
    ['11', 'delivered.handed_over'],
    ['12', 'available_for_pickup.ready'],
    ['13', 'info_received.awaiting_parcel'],
    ['14', 'expired.closed_by_carrier', { evidence: 'inferred', party: 'sender' }],
    // “Manco”: expected in collection, sorting or delivery and not seen there. Its events speak of a new delivery moment.
    ['15 16 17', 'exception.delayed', { evidence: 'inferred', reason: 'missing' }],
    ['18', 'exception.lost', { evidence: 'inferred', reason: 'missing' }],
    ['19', 'exception.rejected_by_carrier', { party: 'sender' }],
    ['21', 'in_transit.arrived_facility', { evidence: 'inferred' }],
    ['22', 'delivered.collected'],
    // Stands in the phase “delivered”, but what was fulfilled is the order to collect it from the sender.
    ['23', 'in_transit.accepted'],
    ['27', 'returning.started'],
    ['28', 'returning.started', { reason: 'failed_check', party: 'recipient' }],
    ['31', 'in_transit.processing'],
  ],
  { 99: 'Says of itself that it does not apply; it accompanies administrative rows.' },
);

const coarser = 'The status code of the same row says more.';

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
