import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { historyQuery } from '../../api/queries.ts';
import type { ShipmentView, TimelineEntryView } from '../../api/views.ts';
import { ErrorState, Skeleton } from '../../ui/feedback/states.tsx';
import { formatPlace } from '../../ui/text/format-place.ts';
import { TimeWithZone } from '../../ui/time/time-with-zone.tsx';
import { Factors } from '../shipment/factors.tsx';
import { shipmentText } from '../strings/shipment.ts';
import styles from './shipments.module.css';

/** Why a shipment has its status: the event that set it, its code and its confidence. */
export function WhyStatus({ shipment }: { shipment: ShipmentView }) {
  const { data, error } = useQuery(historyQuery(shipment.trackingId));
  if (error) return <ErrorState error={error} />;
  if (data === undefined) return <Skeleton rows={3} />;
  const cause = data.timeline.find((entry) => entry.subStatus === data.shipment.subStatus);
  return (
    <div className={styles.why}>
      <p>
        <strong>{data.shipment.meaning}</strong>
      </p>
      {cause === undefined ? <p>{shipmentText.why.none}</p> : <Cause entry={cause} />}
      <Link to="/shipments/$id" params={{ id: shipment.trackingId }}>
        {shipmentText.openPage}
      </Link>
    </div>
  );
}

function Cause({ entry }: { entry: TimelineEntryView }) {
  return (
    <>
      <p className={styles.quiet}>{shipmentText.why.rule}:</p>
      <p>
        {entry.code && <code>{entry.code}</code>} {entry.text && `“${entry.text}”`}
      </p>
      <p className={styles.quiet}>
        {formatPlace(entry.place)} · <TimeWithZone time={entry} />
      </p>
      <Factors confidence={entry.confidence} factors={entry.confidenceFactors} />
    </>
  );
}
