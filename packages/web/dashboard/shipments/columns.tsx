import { Link } from '@tanstack/react-router';
import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ShipmentView } from '../../api/views.ts';
import { CarrierMark } from '../../ui/status/carrier-mark.tsx';
import { ProgressBar } from '../../ui/status/progress-bar.tsx';
import { Mark, StatusBadge } from '../../ui/status/status-badge.tsx';
import type { Column } from '../../ui/table/data-table-props.ts';
import { formatPlace } from '../../ui/text/format-place.ts';
import { Ago, TimeWithZone } from '../../ui/time/time-with-zone.tsx';
import { type ColumnName, columnTitles, shipmentsText } from '../strings/shipments.ts';
import { formatRule } from './format-rule.ts';
import styles from './shipments.module.css';
import { WhyStatus } from './why-status.tsx';

type Cell = (shipment: ShipmentView, carrierTitle: (name: string) => string) => ReactNode;

/** Dash for a missing value, hidden from screen readers. */
const noValue = (
  <span className={styles.nothing} aria-hidden>
    –
  </span>
);

const cells: Readonly<Record<ColumnName, { width?: number; cell: Cell }>> = {
  number: {
    width: 184,
    cell: (shipment) => (
      <Link to="/shipments/$id" params={{ id: shipment.trackingId }} tabIndex={-1} className={styles.number}>
        {shipment.trackingNumber}
      </Link>
    ),
  },
  reference: { width: 136, cell: (shipment) => shipment.references[0] ?? noValue },
  customer: {
    width: 116,
    cell: (shipment) => shipment.recipient.name ?? shipment.recipient.email ?? noValue,
  },
  carrier: {
    width: 112,
    cell: (shipment, carrierTitle) => <CarrierMark title={carrierTitle(shipment.carrier)} />,
  },
  milestone: {
    width: 152,
    cell: (shipment) => (
      <span className={styles.status}>
        <StatusBadge milestone={shipment.milestone} why={<WhyStatus shipment={shipment} />} />
        <ProgressBar milestone={shipment.milestone} />
      </span>
    ),
  },
  lastEvent: { cell: (shipment) => describeLastEvent(shipment) || noValue },
  place: { width: 150, cell: (shipment) => formatPlace(shipment.lastEvent?.place) || noValue },
  since: {
    width: 88,
    cell: (shipment) => (shipment.lastEvent === null ? noValue : <TimeWithZone time={shipment.lastEvent} />),
  },
  expected: { width: 88, cell: (shipment) => <Window of={shipment.estimatedDelivery} /> },
  promised: { width: 100, cell: (shipment) => <Window of={shipment.promisedDelivery} /> },
  alerts: {
    width: 152,
    cell: ({ openExceptions, hasException }) => {
      const [first] = openExceptions;
      if (first === undefined && !hasException) return noValue;
      const text = first === undefined ? shipmentsText.needsAttention : formatRule(first);
      return (
        <Mark tone="risk">
          <TriangleAlert size={12} aria-hidden />{' '}
          {openExceptions.length > 1 ? `${text} +${openExceptions.length - 1}` : text}
        </Mark>
      );
    },
  },
  service: { width: 130, cell: (shipment) => shipment.service ?? noValue },
};

/** The chosen columns, in the given order. */
export function tableColumns(
  names: readonly ColumnName[],
  carrierTitle: (name: string) => string,
): Column<ShipmentView>[] {
  return names.map((id) => {
    const { cell, width } = cells[id];
    const rest = width === undefined ? {} : { width };
    return { id, title: columnTitles[id], cell: (shipment) => cell(shipment, carrierTitle), ...rest };
  });
}

/** Three columns that fit on a phone. The number takes the remaining width. */
export function narrowColumns(carrierTitle: (name: string) => string): Column<ShipmentView>[] {
  const widths: Partial<Record<string, number>> = { milestone: 144, since: 92 };
  return tableColumns(['number', 'milestone', 'since'], carrierTitle).map(({ width: _, ...column }) => {
    const width = widths[column.id];
    return width === undefined ? column : { ...column, width };
  });
}

function describeLastEvent({ lastEvent, meaning }: ShipmentView): string {
  if (lastEvent === null) return '';
  return [meaning.replace(/\.$/, ''), formatPlace(lastEvent.place)].filter(Boolean).join(' · ');
}

function Window({ of: window }: { of: ShipmentView['estimatedDelivery'] }) {
  const end = window?.to ?? window?.from ?? null;
  return end === null ? noValue : <Ago instant={end} />;
}
