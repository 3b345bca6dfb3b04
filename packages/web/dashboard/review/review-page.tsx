import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CircleCheck, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { reviewEntriesQuery, reviewQuery } from '../../api/queries.ts';
import type { ReviewGroupView } from '../../api/views.ts';
import { Button } from '../../ui/controls/button.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../ui/feedback/states.tsx';
import { showProblem, showToast } from '../../ui/feedback/toast.ts';
import { CarrierMark } from '../../ui/status/carrier-mark.tsx';
import { formatMessage } from '../../ui/text/format-message.ts';
import { Ago } from '../../ui/time/time-with-zone.tsx';
import { useHasScope } from '../app/session.tsx';
import { RealClock } from '../demo/real-clock.tsx';
import styles from '../page/card.module.css';
import { Page } from '../page/page.tsx';
import { useCarrierTitle } from '../shipments/carrier-title.ts';
import { formatRule } from '../shipments/format-rule.ts';
import { reviewText } from '../strings/review.ts';

/** Messages that could not be decoded, grouped by cause. */
export function ReviewPage() {
  const { data, error, refetch } = useQuery(reviewQuery);
  return (
    <Page title={reviewText.title} lead={reviewText.lead}>
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!error && !data && <Skeleton rows={6} />}
      {data?.groups.length === 0 && <EmptyState icon={CircleCheck} title={reviewText.none} />}
      {data && data.groups.length > 0 && (
        <RealClock>
          <ul className={styles.rows}>
            {data.groups.map((group) => (
              <Group key={`${group.carrier} ${group.kind} ${group.cause}`} group={group} />
            ))}
          </ul>
        </RealClock>
      )}
    </Page>
  );
}

function Group({ group }: { group: ReviewGroupView }) {
  const { carrier, kind, cause, count, firstSeenAt, lastSeenAt } = group;
  const [isOpen, setOpen] = useState(false);
  const carrierTitle = useCarrierTitle();
  return (
    <li className={styles.row}>
      <CarrierMark title={carrierTitle(carrier)} />
      <div className={styles.what}>
        <div>
          {formatRule(kind)}: <code>{cause}</code>
        </div>
        <div className={styles.quiet}>
          {formatMessage(reviewText.entries, { count })} · {reviewText.first} <Ago instant={firstSeenAt} /> ·{' '}
          {reviewText.last} <Ago instant={lastSeenAt} />
        </div>
      </div>
      <Button variant="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {reviewText.samples}
      </Button>
      {useHasScope('review:write') && <GroupActions group={{ carrier, kind, cause }} />}
      {isOpen && <Entries group={{ carrier, kind, cause }} />}
    </li>
  );
}

type GroupName = Pick<ReviewGroupView, 'carrier' | 'kind' | 'cause'>;

function GroupActions({ group }: { group: GroupName }) {
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: ['review'] });
  const replay = useMutation({
    mutationFn: () => call('POST /v1/review/replay', { body: { group } }),
    onSuccess: ({ messages }) => {
      showToast(formatMessage(reviewText.replayed, { count: messages }));
      return refresh();
    },
    onError: showProblem,
  });
  const dismiss = useMutation({
    mutationFn: () => call('POST /v1/review/dismiss', { body: { group } }),
    onSuccess: ({ entries }) => {
      showToast(formatMessage(reviewText.dismissed, { count: entries }));
      return refresh();
    },
    onError: showProblem,
  });
  const isBusy = replay.isPending || dismiss.isPending;
  return (
    <>
      <Button icon={RotateCcw} disabled={isBusy} onClick={() => replay.mutate()}>
        {reviewText.replay}
      </Button>
      <Button variant="quiet" disabled={isBusy} onClick={() => dismiss.mutate()}>
        {reviewText.dismiss}
      </Button>
    </>
  );
}

function Entries({ group }: { group: GroupName }) {
  const { data, error } = useQuery(reviewEntriesQuery(group));
  if (error) return <ErrorState error={error} />;
  return (
    <ul className={styles.samples}>
      {data?.entries.map(({ id, detail, pointer, receivedAt }) => (
        <li key={id}>
          {detail} <code>{pointer}</code> · <Ago instant={receivedAt} />
        </li>
      ))}
    </ul>
  );
}
