import type { ReactNode } from 'react';
import type { ShipmentHistoryView, ShipmentView } from '../../api/views.ts';
import { Ago, TimeWindow } from '../../ui/time/time-with-zone.tsx';
import { shipmentText } from '../strings/shipment.ts';
import { lastReceivedAt } from './last-received.ts';
import styles from './shipment.module.css';

type Window = ShipmentView['estimatedDelivery'];

/** Facts about a shipment beside its timeline. */
export function ShipmentFacts({ history }: { history: ShipmentHistoryView }) {
  const { shipment } = history;
  const receivedAt = lastReceivedAt(history.timeline);
  const { estimatedDelivery, promisedDelivery, deliveredAt, recipient, references, service } = shipment;
  const isLate = isAfter(estimatedDelivery, promisedDelivery) && deliveredAt === null;
  return (
    <dl className={styles.facts}>
      {deliveredAt ? (
        <Fact name={shipmentText.delivered} value={<Ago instant={deliveredAt} />} />
      ) : (
        <Fact
          name={shipmentText.expected}
          value={windowText(estimatedDelivery)}
          note={isLate ? shipmentText.late : null}
        />
      )}
      <Fact name={shipmentText.promised} value={windowText(promisedDelivery)} />
      <Fact name={shipmentText.received} value={receivedAt && <Ago instant={receivedAt} />} />
      <Fact name={shipmentText.customer} value={recipient.name ?? recipient.email} />
      <Fact name={shipmentText.order} value={references.length === 0 ? null : references.join(', ')} />
      <Fact name={shipmentText.service} value={service} />
      <Fact name={shipmentText.trackingId} value={<code>{shipment.trackingId}</code>} />
      {shipment.signedBy && <Fact name={shipmentText.signedBy} value={shipment.signedBy} />}
    </dl>
  );
}

function Fact({ name, value, note = null }: { name: string; value: ReactNode; note?: string | null }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {value ?? <span className={styles.quiet}>{shipmentText.notKnown}</span>}
        {note && <span className={styles.note}>{note}</span>}
      </dd>
    </div>
  );
}

function windowText(window: Window): ReactNode {
  return window === null ? null : <WindowText from={window.from} to={window.to} />;
}

/** A single time if one end is open or both are equal; dates if no time was given. */
function WindowText({ from, to }: NonNullable<Window>) {
  if (from === null || to === null || from === to) return <Ago instant={to ?? from ?? ''} />;
  if (from.length > 10 && to.length > 10) return <TimeWindow from={from} to={to} />;
  return (
    <>
      <Ago instant={from} /> {shipmentText.until} <Ago instant={to} />
    </>
  );
}

function isAfter(expectedWindow: Window, promisedWindow: Window): boolean {
  const [expected, promised] = [
    expectedWindow?.to ?? expectedWindow?.from,
    promisedWindow?.to ?? promisedWindow?.from,
  ];
  return Boolean(expected && promised && Date.parse(expected) > Date.parse(promised));
}
