import {
  Ban,
  CircleCheck,
  CircleDashed,
  CircleHelp,
  FileText,
  type LucideIcon,
  PackageCheck,
  RotateCcw,
  Store,
  TimerOff,
  TriangleAlert,
  Truck,
  Waypoints,
} from 'lucide-react';
import type { Milestone } from '../../api/views.ts';

export type Tone = 'moving' | 'driver' | 'pickup' | 'delivered' | 'risk' | 'broken' | 'silent';

/** Label, tone, icon and progress (0 to 5 steps) of a milestone. */
export interface MilestoneStyle {
  word: string;
  tone: Tone;
  icon: LucideIcon;
  steps: number;
}

export const milestoneStyles: Readonly<Record<Milestone, MilestoneStyle>> = {
  pending: { word: 'Pending', tone: 'silent', icon: CircleDashed, steps: 0 },
  info_received: { word: 'Announced', tone: 'silent', icon: FileText, steps: 1 },
  in_transit: { word: 'In transit', tone: 'moving', icon: Waypoints, steps: 2 },
  out_for_delivery: { word: 'With the driver', tone: 'driver', icon: Truck, steps: 4 },
  available_for_pickup: { word: 'Ready for pickup', tone: 'pickup', icon: Store, steps: 4 },
  attempt_failed: { word: 'Attempt failed', tone: 'risk', icon: TriangleAlert, steps: 4 },
  exception: { word: 'Exception', tone: 'broken', icon: TriangleAlert, steps: 3 },
  returning: { word: 'Returning', tone: 'risk', icon: RotateCcw, steps: 3 },
  delivered: { word: 'Delivered', tone: 'delivered', icon: CircleCheck, steps: 5 },
  returned: { word: 'Returned', tone: 'silent', icon: PackageCheck, steps: 5 },
  cancelled: { word: 'Cancelled', tone: 'silent', icon: Ban, steps: 5 },
  expired: { word: 'Expired', tone: 'silent', icon: TimerOff, steps: 5 },
  unknown: { word: 'Unknown', tone: 'silent', icon: CircleHelp, steps: 0 },
};

// Object.keys of a const table returns exactly its keys; TypeScript widens them to string.
export const milestoneNames = Object.keys(milestoneStyles) as Milestone[];

export function isMilestone(value: unknown): value is Milestone {
  return typeof value === 'string' && Object.hasOwn(milestoneStyles, value);
}
