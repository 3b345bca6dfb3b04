import type { PortalShipment } from '@milepost/contract';
import type { Messages } from './messages/en.ts';

/** The current one of five steps. The tone determines colour and icon. */
export interface Progress {
  /** From 1 to 5. */
  step: number;
  tone: 'waiting' | 'moving' | 'driver' | 'pickup' | 'done' | 'trouble' | 'stopped';
  names: readonly (keyof Messages)[];
}

const names = ['step1', 'step2', 'step3', 'step4', 'step5'] as const;
const namesAtPickup = ['step1', 'step2', 'step3', 'step4Pickup', 'step5'] as const;

/** Null if the shipment will not be delivered: cancelled, expired or returning. */
export function progressOf({ milestone, details }: PortalShipment): Progress | null {
  switch (milestone) {
    case 'pending':
    case 'unknown':
    case 'info_received':
      return { step: 1, tone: 'waiting', names };
    case 'in_transit':
      return { step: isFirstScan(details?.subStatus) ? 2 : 3, tone: 'moving', names };
    case 'out_for_delivery':
      return { step: 4, tone: 'driver', names };
    case 'available_for_pickup':
      return { step: 4, tone: 'pickup', names: namesAtPickup };
    case 'attempt_failed':
      return { step: 4, tone: 'trouble', names };
    case 'exception':
      return { step: 3, tone: 'trouble', names };
    case 'delivered':
      return { step: 5, tone: 'done', names };
    case 'returning':
    case 'returned':
    case 'cancelled':
    case 'expired':
      return null;
    default:
      return milestone satisfies never;
  }
}

function isFirstScan(subStatus: string | undefined): boolean {
  return subStatus === 'in_transit.accepted' || subStatus === 'in_transit.dropped_off';
}
