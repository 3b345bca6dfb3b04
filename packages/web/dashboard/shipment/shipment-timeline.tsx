import type { ShipmentHistoryView } from '../../api/views.ts';
import { Timeline } from '../../ui/status/timeline.tsx';
import { shipmentText } from '../strings/shipment.ts';
import styles from './shipment.module.css';
import { WhyEntry } from './why-entry.tsx';

/** The events of a shipment, each with its evidence down to the raw message. */
export function ShipmentTimeline({ history }: { history: ShipmentHistoryView }) {
  const { shipment, timeline } = history;
  return (
    <section aria-label={shipmentText.timeline} className={styles.timeline}>
      <h2>{shipmentText.timeline}</h2>
      {timeline.length === 0 ? (
        <p className={styles.quiet}>{shipmentText.timelineNone}</p>
      ) : (
        <Timeline entries={timeline} why={(entry) => <WhyEntry shipmentId={shipment.id} entry={entry} />} />
      )}
    </section>
  );
}
