import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Antenna, Copy, Plus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { call } from '../../api/call.ts';
import { accountsQuery, feedsQuery } from '../../api/queries.ts';
import type { FeedView } from '../../api/views.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Sparkline } from '../../ui/drawing/sparkline.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../ui/feedback/states.tsx';
import { showProblem, showToast } from '../../ui/feedback/toast.ts';
import { Modal } from '../../ui/overlay/modal.tsx';
import { CarrierMark } from '../../ui/status/carrier-mark.tsx';
import { formatCount } from '../../ui/text/format-count.ts';
import { formatMessage } from '../../ui/text/format-message.ts';
import { formatDuration } from '../../ui/time/format-time.ts';
import { Ago } from '../../ui/time/time-with-zone.tsx';
import { useHasScope } from '../app/session.tsx';
import { RealClock } from '../demo/real-clock.tsx';
import styles from '../page/card.module.css';
import { Page } from '../page/page.tsx';
import { useCarrierTitle } from '../shipments/carrier-title.ts';
import { carriersText } from '../strings/carriers.ts';
import { AddAccount } from './add-account.tsx';
import { FeedMark } from './feed-mark.tsx';

/** Status and statistics of each carrier account. */
export function CarriersPage() {
  const { data, error, refetch } = useQuery(feedsQuery);
  const [isAdding, setAdding] = useState(false);
  const add = useHasScope('accounts:write') && (
    <Button variant="primary" icon={Plus} onClick={() => setAdding(true)}>
      {carriersText.add}
    </Button>
  );
  return (
    <Page title={carriersText.title} lead={carriersText.lead} actions={add}>
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!error && !data && <Skeleton rows={9} />}
      {data?.feeds.length === 0 && <EmptyState icon={Antenna} title={carriersText.none} next={add} />}
      <div className={styles.cards}>
        {data?.feeds.map((feed) => (
          <FeedCard key={feed.accountId} feed={feed} />
        ))}
      </div>
      {isAdding && <AddAccount onClose={() => setAdding(false)} />}
    </Page>
  );
}

function FeedCard({ feed }: { feed: FeedView }) {
  const carrierTitle = useCarrierTitle();
  return (
    <article className={styles.card} aria-label={feed.name}>
      <header className={styles.top}>
        <CarrierMark title={carrierTitle(feed.carrier)} />
        <FeedMark state={feed.state} />
      </header>
      <div>
        <h2>{feed.name}</h2>
        <p className={styles.rule}>{feed.rule}</p>
      </div>
      <Sparkline values={feed.hours.map(({ events }) => events)} label={carriersText.perHour} />
      <FeedFacts feed={feed} />
      {feed.lastFailure && <p className={styles.failure}>{feed.lastFailure}</p>}
      <AccountActions feed={feed} />
    </article>
  );
}

function FeedFacts({ feed }: { feed: FeedView }) {
  const { lastReceivedAt, lastAskedAt, unknownCodes, requestsPerDayMax } = feed;
  const unknown = unknownCodes === 0 ? '0' : <Link to="/review">{formatCount(unknownCodes)}</Link>;
  return (
    <dl className={styles.facts}>
      <Fact name={carriersText.received} value={<AgoOrNever instant={lastReceivedAt} />} />
      <Fact name={carriersText.events} value={formatCount(feed.events)} />
      <Fact name={carriersText.delay} value={describeDelay(feed)} />
      <Fact name={carriersText.underWay} value={formatCount(feed.underWay)} />
      <Fact name={carriersText.unknown} value={unknown} />
      {feed.asksRegularly && (
        <RealClock>
          <Fact name={carriersText.polled} value={<AgoOrNever instant={lastAskedAt} />} />
        </RealClock>
      )}
      {requestsPerDayMax !== null && (
        <Fact
          name={carriersText.dailyLimit}
          value={formatMessage(carriersText.dailyLimitValue, { count: requestsPerDayMax })}
        />
      )}
    </dl>
  );
}

function Fact({ name, value }: { name: string; value: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function AgoOrNever({ instant }: { instant: string | null }) {
  return instant === null ? carriersText.never : <Ago instant={instant} />;
}

function describeDelay({ delayP50Seconds, delayP95Seconds }: FeedView): string {
  if (delayP50Seconds === null || delayP95Seconds === null) return '–';
  return formatMessage(carriersText.delayValue, {
    typical: formatDuration(delayP50Seconds * 1000),
    slow: formatDuration(delayP95Seconds * 1000),
  });
}

function AccountActions({ feed }: { feed: FeedView }) {
  const { data } = useQuery(accountsQuery);
  const [isRemoving, setRemoving] = useState(false);
  const mayChange = useHasScope('accounts:write');
  const hookUrl = data?.accounts.find(({ id }) => id === feed.accountId)?.hookUrl ?? null;
  if (!mayChange) return null;
  const copy = (url: string): void => {
    navigator.clipboard.writeText(url).then(() => showToast(carriersText.webhookCopied), showProblem);
  };
  return (
    <div className={styles.actions}>
      {hookUrl && (
        <Button icon={Copy} onClick={() => copy(hookUrl)}>
          {carriersText.copyWebhook}
        </Button>
      )}
      <Button variant="quiet" onClick={() => setRemoving(true)}>
        {carriersText.remove}
      </Button>
      {isRemoving && <RemoveAccount id={feed.accountId} onClose={() => setRemoving(false)} />}
    </div>
  );
}

/** Asks for confirmation because it cannot be undone: a new account would get another webhook address. */
function RemoveAccount({ id, onClose }: { id: string; onClose: () => void }) {
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => call('DELETE /v1/carrier-accounts/{id}', { params: { id } }),
    onSuccess: async () => {
      onClose();
      await client.invalidateQueries({ queryKey: feedsQuery.queryKey });
    },
    onError: showProblem,
  });
  return (
    <Modal title={carriersText.removeTitle} onClose={onClose}>
      <p>{carriersText.removeText}</p>
      <div className={styles.end}>
        <Button onClick={onClose}>{carriersText.cancel}</Button>
        <Button variant="danger" onClick={() => remove.mutate()} disabled={remove.isPending}>
          {carriersText.remove}
        </Button>
      </div>
    </Modal>
  );
}
