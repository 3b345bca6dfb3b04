import { type Milestone, type SubStatus, subStatusNames } from '@milepost/domain';
import { type CodeRow, type CodeTable, codeTable } from '../../_kit/index.ts';

/** The least specific sub-status of each milestone. */
const leastSpecific: Record<Exclude<Milestone, 'unknown'>, SubStatus> = {
  pending: 'pending.registered',
  info_received: 'info_received.data_received',
  in_transit: 'in_transit.moving',
  out_for_delivery: 'out_for_delivery.with_driver',
  available_for_pickup: 'available_for_pickup.ready',
  attempt_failed: 'attempt_failed.unspecified',
  delivered: 'delivered.handed_over',
  exception: 'exception.unspecified',
  returning: 'returning.started',
  returned: 'returned.to_sender',
  // These have no unspecific sub-status, so the likeliest one is used.
  cancelled: 'cancelled.by_sender',
  expired: 'expired.closed_by_carrier',
};

/** `unknown` is Milepost's own word for unmapped codes, so it cannot be sent. */
const spoken = subStatusNames.filter((name) => !name.startsWith('unknown.'));

/** The values of `status` are defined by Milepost, so none is inferred. */
export const statuses: CodeTable = codeTable('documented', [
  ...Object.entries(leastSpecific).map(([milestone, subStatus]): CodeRow => [milestone, subStatus]),
  ...spoken.map((name): CodeRow => [name, name]),
]);
