import type { ReactNode } from 'react';
import type { ShipmentView } from '../../api/views.ts';
import { useNow } from '../../ui/now.ts';
import { Ago } from '../../ui/time-with-zone.tsx';
import { relativeWords } from '../../ui/time-words.ts';
import { shipmentText } from '../strings/shipment.ts';
import styles from './shipment.module.css';

type Window = ShipmentView['estimatedDelivery'];

/** What is known beside the timeline, each with its name. */
export function ShipmentFacts({ shipment }: { shipment: ShipmentView }) {
  const { estimatedDelivery, promisedDelivery, deliveredAt, recipient, references, service } = shipment;
  const isLate = isAfter(estimatedDelivery, promisedDelivery) && deliveredAt === null;
  return (
    <dl className={styles.facts}>
      {deliveredAt ? (
        <Fact name={shipmentText.delivered} value={<Ago instant={deliveredAt} />} />
      ) : (
        <Fact
          name={shipmentText.expected}
          value={windowWords(estimatedDelivery)}
          note={isLate ? shipmentText.late : null}
        />
      )}
      <Fact name={shipmentText.promised} value={windowWords(promisedDelivery)} />
      <Fact name={shipmentText.heard} value={<Ago instant={shipment.updatedAt} />} />
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

function windowWords(window: Window): ReactNode {
  return window === null ? null : <WindowWords from={window.from} to={window.to} />;
}

/** One time where both ends are as far away as words can tell. */
function WindowWords({ from, to }: NonNullable<Window>) {
  const now = useNow();
  if (from === null || to === null || relativeWords(from, now) === relativeWords(to, now)) {
    return <Ago instant={to ?? from ?? ''} />;
  }
  return (
    <>
      <Ago instant={from} /> {shipmentText.until} <Ago instant={to} />
    </>
  );
}

function isAfter(one: Window, other: Window): boolean {
  const [expected, promised] = [one?.to ?? one?.from, other?.to ?? other?.from];
  return Boolean(expected && promised && Date.parse(expected) > Date.parse(promised));
}
