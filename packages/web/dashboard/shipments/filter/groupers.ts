import type { ShipmentView } from '../../../api/views.ts';
import { shipmentsText } from '../../strings/shipments.ts';
import type { Grouping } from './list-state.ts';

type Grouper = (shipment: ShipmentView) => string;

/** Group heading of a shipment, for each grouping. */
const groupers: Readonly<Record<Exclude<Grouping, 'carrier'>, Grouper>> = {
  day: ({ lastEvent }) => lastEvent?.localTime.slice(0, 10) ?? shipmentsText.noEventYet,
  customer: ({ recipient }) => recipient.name ?? recipient.email ?? shipmentsText.noCustomer,
};

/** Function that returns a row's group, undefined without grouping. */
export function grouperOf(
  group: Grouping | undefined,
  carrierTitle: (name: string) => string,
): Grouper | undefined {
  if (group === undefined) return undefined;
  return group === 'carrier' ? ({ carrier }) => carrierTitle(carrier) : groupers[group];
}
