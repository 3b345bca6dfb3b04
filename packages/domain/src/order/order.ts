/**
 * Orders, prepared for the rooms that come later: state lives on the line × quantity, and the order's state is a roll-up of its lines.
 */
export interface Order {
  id: string;
  /** Shop or channel it came from, and the number there. */
  source: string;
  number: string;
  placedAt: number;
  lines: readonly OrderLine[];
}

export interface OrderLine {
  id: string;
  sku: string;
  quantity: number;
  /** How many of the quantity stand in which state; the figures add up to the quantity. */
  standing: readonly { state: OrderLineState; quantity: number; shipmentId: string | null }[];
}

export const orderLineStates = [
  'placed',
  'confirmed',
  'on_hold',
  'allocated',
  'backordered',
  'picking',
  'packed',
  'ready_to_ship',
  'shipped',
  'delivered',
  'return_requested',
  'returned',
  'cancelled',
  'failed',
] as const;
export type OrderLineState = (typeof orderLineStates)[number];
