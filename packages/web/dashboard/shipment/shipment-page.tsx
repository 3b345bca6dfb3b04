import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ArrowLeft, PackageSearch } from 'lucide-react';
import { asProblem } from '../../api/problem-error.ts';
import { historyQuery } from '../../api/queries.ts';
import type { ShipmentHistoryView } from '../../api/views.ts';
import { EmptyState, ErrorState, Skeleton } from '../../ui/feedback/states.tsx';
import { WorldMap } from '../../ui/map/world-map.tsx';
import { JourneyStrip } from '../../ui/status/journey-strip.tsx';
import { formatMessage } from '../../ui/text/format-message.ts';
import { formatPlace } from '../../ui/text/format-place.ts';
import { useMe } from '../app/session.tsx';
import { useCarrierTitle } from '../shipments/carrier-title.ts';
import { shipmentText } from '../strings/shipment.ts';
import { mapPoints } from './map-points.ts';
import styles from './shipment.module.css';
import { ShipmentFacts } from './shipment-facts.tsx';
import { ShipmentHeader } from './shipment-header.tsx';
import { ShipmentTimeline } from './shipment-timeline.tsx';

const route = getRouteApi('/inside/shipments/$id');

/** All details of a shipment. */
export function ShipmentPage() {
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery(historyQuery(id));
  const isUnknown = error !== null && asProblem(error).status === 404;
  return (
    <div className={styles.page}>
      <title>{`${data?.shipment.trackingNumber ?? id} · Milepost`}</title>
      <Link to="/shipments" className={styles.back}>
        <ArrowLeft size={14} aria-hidden /> {shipmentText.back}
      </Link>
      {isUnknown && (
        <EmptyState
          icon={PackageSearch}
          level="h1"
          title={shipmentText.unknown}
          next={<Link to="/shipments">{shipmentText.back}</Link>}
        />
      )}
      {error && !data && !isUnknown && <ErrorState level="h1" error={error} retry={() => void refetch()} />}
      {!error && !data && <Skeleton rows={12} />}
      {data && <ShipmentDetails history={data} />}
    </div>
  );
}

function ShipmentDetails({ history }: { history: ShipmentHistoryView }) {
  const { legs, problems } = history;
  return (
    <>
      <ShipmentHeader history={history} withNumber />
      <Journey history={history} />
      <div className={styles.columns}>
        <ShipmentTimeline history={history} />
        <div className={styles.aside}>
          <ShipmentFacts history={history} />
          <RouteMap history={history} />
          {legs.some(({ parcel }) => parcel > 1) && <Parcels legs={legs} />}
          {problems.length > 0 && <Problems problems={problems} />}
        </div>
      </div>
    </>
  );
}

function Journey({ history: { shipment, legs, timeline } }: { history: ShipmentHistoryView }) {
  const carrierTitle = useCarrierTitle();
  const firstPlace = timeline.findLast(({ place }) => place !== null)?.place;
  return (
    <section className={styles.card} aria-label={shipmentText.journey}>
      <JourneyStrip
        from={formatPlace(shipment.origin ?? firstPlace) || shipmentText.notKnown}
        to={formatPlace(shipment.destination) || shipmentText.notKnown}
        legs={legs.filter(({ parcel }) => parcel === 1)}
        carrierTitle={carrierTitle}
        milestone={shipment.milestone}
      />
    </section>
  );
}

function RouteMap({ history }: { history: ShipmentHistoryView }) {
  const points = mapPoints(history.timeline);
  const { mapStyleUrl } = useMe();
  return (
    <div>
      {points.length === 0 ? (
        <p className={styles.quiet}>{shipmentText.mapNone}</p>
      ) : (
        <WorldMap
          points={points}
          styleAddress={mapStyleUrl}
          description={formatMessage(shipmentText.mapRoute, {
            places: points.map(({ label }) => label).join(shipmentText.mapThen),
          })}
        />
      )}
    </div>
  );
}

function Parcels({ legs }: Pick<ShipmentHistoryView, 'legs'>) {
  const carrierTitle = useCarrierTitle();
  return (
    <section className={styles.list}>
      <h2>{shipmentText.parcels}</h2>
      <ul>
        {legs.map((leg) => (
          <li key={leg.id}>
            {formatMessage(shipmentText.parcel, { number: leg.parcel })} · {carrierTitle(leg.carrier)} ·{' '}
            <code>{leg.trackingNumber}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Problems({ problems }: Pick<ShipmentHistoryView, 'problems'>) {
  return (
    <section className={styles.list}>
      <h2>{shipmentText.problems}</h2>
      <ul>
        {problems.map(({ rawMessageId, pointer, detail, cause }) => (
          <li key={`${rawMessageId} ${pointer}`}>
            <code>{cause}</code> {detail}
          </li>
        ))}
      </ul>
    </section>
  );
}
