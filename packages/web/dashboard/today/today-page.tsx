import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Antenna, Sparkles } from 'lucide-react';
import { feedsQuery, overviewQuery, shipmentListQuery } from '../../api/queries.ts';
import type { FeedView, MeasureView, ShipmentView } from '../../api/views.ts';
import { Sparkline } from '../../ui/drawing/sparkline.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../ui/feedback/states.tsx';
import { StatusBadge } from '../../ui/status/status-badge.tsx';
import { formatCount } from '../../ui/text/format-count.ts';
import { formatMessage } from '../../ui/text/format-message.ts';
import { useMedia } from '../../ui/theme/media.ts';
import { Ago } from '../../ui/time/time-with-zone.tsx';
import { useHasScope } from '../app/session.tsx';
import { FeedMark } from '../carriers/feed-mark.tsx';
import { Page } from '../page/page.tsx';
import { listStateOf } from '../shipments/filter/list-state.ts';
import { formatRule } from '../shipments/format-rule.ts';
import { useInfiniteShipments } from '../shipments/infinite-shipments.ts';
import { todayText } from '../strings/today.ts';
import styles from './today-page.module.css';

// Object.keys of a const table returns exactly its keys; TypeScript widens them to string.
const measureNames = Object.keys(todayText.measures) as (keyof typeof todayText.measures)[];

/** Overview: what is under way, what needs attention, and the state of the feeds. */
export function TodayPage() {
  const { data, error, refetch } = useQuery(overviewQuery);
  return (
    <Page title={todayText.title} lead={todayText.lead} isForWalls>
      {error && !data ? (
        <ErrorState error={error} retry={() => void refetch()} />
      ) : (
        <div className={styles.measures}>
          {data
            ? data.measures.map((measure) => <Measure key={measure.name} measure={measure} />)
            : measureNames.map((name) => (
                <div key={name} className={styles.measure}>
                  <span className={styles.name}>{todayText.measures[name]}</span>
                  <Skeleton rows={2} />
                </div>
              ))}
        </div>
      )}
      <div className={styles.columns}>
        <Attention />
        {useHasScope('accounts:read') && <Feeds />}
      </div>
    </Page>
  );
}

function Measure({ measure: { name, count, filter, meaning, trend } }: { measure: MeasureView }) {
  const title = todayText.measures[name];
  const known = trend.filter((value) => value !== null);
  return (
    <Link
      to="/shipments"
      search={listStateOf(filter)}
      className={styles.measure}
      data-measure={name}
      title={meaning}
    >
      <span className={styles.name}>{title}</span>
      <span className={styles.figure}>{formatCount(count)}</span>
      {known.length > 1 ? (
        <Sparkline values={known} label={`${title}, ${todayText.trend}`} />
      ) : (
        <span className={styles.meaning}>{meaning}</span>
      )}
    </Link>
  );
}

const attentionFilter = { exception: 'true' } as const;
const unchangedLongest = { ...attentionFilter, sort: 'updatedAt' } as const;
/** How many rows fit on a laptop and on a wall screen. */
const attentionMax = { laptop: 8, wall: 11 };

function Attention() {
  const { shipments, error, isPending, refetch } = useInfiniteShipments(shipmentListQuery(unchangedLongest));
  const isWall = useMedia('(min-width: 1900px) and (min-height: 1000px)');
  const oldest = shipments.toSorted((a, b) => (a.since ?? '').localeCompare(b.since ?? ''));
  return (
    <section className={styles.card} aria-labelledby="attention">
      <header>
        <h2 id="attention">{todayText.attention}</h2>
        <Link to="/shipments" search={attentionFilter}>
          {todayText.attentionAll}
        </Link>
      </header>
      {error && shipments.length === 0 && <ErrorState error={error} retry={() => void refetch()} />}
      {isPending && <Skeleton rows={6} />}
      {!isPending && !error && shipments.length === 0 && (
        <EmptyState icon={Sparkles} title={todayText.attentionNone} />
      )}
      <ul className={styles.lines}>
        {oldest.slice(0, isWall ? attentionMax.wall : attentionMax.laptop).map((shipment) => (
          <AttentionLine key={shipment.id} shipment={shipment} />
        ))}
      </ul>
    </section>
  );
}

function AttentionLine({ shipment }: { shipment: ShipmentView }) {
  return (
    <li className={styles.line}>
      <StatusBadge milestone={shipment.milestone} />
      <Link to="/shipments/$id" params={{ id: shipment.trackingId }} className={styles.what}>
        <code>{shipment.trackingNumber}</code>
        <span>{shipment.openExceptions[0] ? formatRule(shipment.openExceptions[0]) : shipment.meaning}</span>
      </Link>
      <Ago instant={shipment.since ?? shipment.createdAt} />
    </li>
  );
}

function Feeds() {
  const { data, error, refetch } = useQuery(feedsQuery);
  return (
    <section className={styles.card} aria-labelledby="feeds">
      <header>
        <h2 id="feeds">{todayText.feeds}</h2>
        <Link to="/carriers">{todayText.allFeeds}</Link>
      </header>
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!error && !data && <Skeleton rows={5} />}
      {data?.feeds.length === 0 && (
        <EmptyState
          icon={Antenna}
          title={todayText.feedsNone}
          next={<Link to="/carriers">{todayText.addFeed}</Link>}
        />
      )}
      <ul className={styles.lines}>
        {data?.feeds.map((feed) => (
          <FeedLine key={feed.accountId} feed={feed} />
        ))}
      </ul>
    </section>
  );
}

function FeedLine({ feed }: { feed: FeedView }) {
  return (
    <li className={styles.line}>
      <FeedMark state={feed.state} />
      <span className={styles.what}>
        <span className={styles.strong}>{feed.name}</span>
        <span>{formatMessage(todayText.events, { count: feed.events })}</span>
      </span>
      {feed.lastReceivedAt && <Ago instant={feed.lastReceivedAt} />}
    </li>
  );
}
