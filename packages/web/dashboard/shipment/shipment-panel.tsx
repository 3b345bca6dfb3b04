import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Maximize2 } from 'lucide-react';
import { historyQuery } from '../../api/queries.ts';
import { ErrorState, Skeleton } from '../../ui/feedback/states.tsx';
import { SidePanel } from '../../ui/overlay/side-panel.tsx';
import { shipmentText } from '../strings/shipment.ts';
import styles from './shipment.module.css';
import { ShipmentFacts } from './shipment-facts.tsx';
import { CopyNumber, ShipmentHeader } from './shipment-header.tsx';
import { ShipmentTimeline } from './shipment-timeline.tsx';

/** A shipment in a panel beside the list. */
export function ShipmentPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const { data, error, refetch } = useQuery(historyQuery(id));
  const actions = (
    <>
      {data && <CopyNumber number={data.shipment.trackingNumber} />}
      <Link
        to="/shipments/$id"
        params={{ id }}
        className={styles.open}
        aria-label={shipmentText.openPage}
        title={shipmentText.openPage}
      >
        <Maximize2 size={15} aria-hidden />
      </Link>
    </>
  );
  return (
    <SidePanel title={data?.shipment.trackingNumber ?? id} onClose={onClose} actions={actions}>
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!error && !data && <Skeleton rows={9} />}
      {data && (
        <div className={styles.panel}>
          <ShipmentHeader history={data} />
          <ShipmentFacts history={data} />
          <ShipmentTimeline history={data} />
        </div>
      )}
    </SidePanel>
  );
}
