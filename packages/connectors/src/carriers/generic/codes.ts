import { type Milestone, type SubStatus, subStatusNames } from '@milepost/domain';
import { type CodeRow, type CodeTable, codeTable } from '../../_kit/index.ts';

/** What a milestone alone means: the sub-status that says least beyond it. */
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
  // Both name somebody or something although nobody was named: the likelier of what there is.
  cancelled: 'cancelled.by_sender',
  expired: 'expired.closed_by_carrier',
};

/** `unknown` is our word for what we do not understand, so nobody can send it to us. */
const spoken = subStatusNames.filter((name) => !name.startsWith('unknown.'));

/** The words of `status`: ours, so there is nothing to infer. */
export const statuses: CodeTable = codeTable('documented', [
  ...Object.entries(leastSpecific).map(([milestone, subStatus]): CodeRow => [milestone, subStatus]),
  ...spoken.map((name): CodeRow => [name, name]),
]);
