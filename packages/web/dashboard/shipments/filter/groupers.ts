import type { ShipmentView } from '../../../api/views.ts';
import { shipmentsText } from '../../strings/shipments.ts';
import type { Grouping } from './list-state.ts';

type Grouper = (shipment: ShipmentView) => string;

/** The heading under which a shipment stands, for each way of grouping. */
const groupers: Readonly<Record<Exclude<Grouping, 'carrier'>, Grouper>> = {
  day: ({ lastEvent }) => lastEvent?.localTime.slice(0, 10) ?? shipmentsText.noEventYet,
  customer: ({ recipient }) => recipient.name ?? recipient.email ?? shipmentsText.noCustomer,
};

/** How the rows are gathered; undefined when they are not. */
export function grouperOf(
  group: Grouping | undefined,
  carrierTitle: (name: string) => string,
): Grouper | undefined {
  if (group === undefined) return undefined;
  return group === 'carrier' ? ({ carrier }) => carrierTitle(carrier) : groupers[group];
}
