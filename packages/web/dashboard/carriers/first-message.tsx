import { useQuery } from '@tanstack/react-query';
import { CircleCheck, Copy, Radio, TriangleAlert } from 'lucide-react';
import { feedsQuery } from '../../api/queries.ts';
import type { AccountView, CarrierView, FeedView } from '../../api/views.ts';
import { Button } from '../../ui/controls/button.tsx';
import { showProblem, showToast } from '../../ui/feedback/toast.ts';
import { formatMessage } from '../../ui/text/format-message.ts';
import styles from '../page/card.module.css';
import { carriersText } from '../strings/carriers.ts';
import { type ConnectionStatus, connectionStatusOf } from './connection-status.ts';

interface FirstMessageProps {
  carrier: CarrierView;
  account: AccountView;
  onClose: () => void;
}

const pollMs = 1_500;

/** The remaining step at the carrier, and whether it worked: polls the feed while it is open. */
export function FirstMessage({ carrier, account, onClose }: FirstMessageProps) {
  const { data } = useQuery({ ...feedsQuery, refetchInterval: pollMs, staleTime: 0 });
  const feed = data?.feeds.find(({ accountId }) => accountId === account.id);
  return (
    <div className={styles.form}>
      {account.hookUrl === null ? (
        <p>{carriersText.pollsByItself}</p>
      ) : (
        <WebhookAddress url={account.hookUrl} carrier={carrier.title} />
      )}
      <ConnectionLine status={feed === undefined ? 'waiting' : connectionStatusOf(feed)} feed={feed} />
      <div className={styles.end}>
        <Button variant="primary" onClick={onClose}>
          {carriersText.done}
        </Button>
      </div>
    </div>
  );
}

function WebhookAddress({ url, carrier }: { url: string; carrier: string }) {
  const copy = (): void => {
    navigator.clipboard.writeText(url).then(() => showToast(carriersText.webhookCopied), showProblem);
  };
  return (
    <>
      <p>{formatMessage(carriersText.enterWebhook, { carrier })}</p>
      <p className={styles.secret}>
        <code>{url}</code>
      </p>
      <div>
        <Button icon={Copy} onClick={copy}>
          {carriersText.copyWebhook}
        </Button>
      </div>
    </>
  );
}

const icons = {
  waiting: Radio,
  received: CircleCheck,
  answered: CircleCheck,
  failing: TriangleAlert,
} as const;

function ConnectionLine({ status, feed }: { status: ConnectionStatus; feed: FeedView | undefined }) {
  const Icon = icons[status];
  return (
    <p className={styles.connection} data-status={status} role="status">
      <Icon size={16} aria-hidden />
      <span>
        {carriersText.connection[status]} {status === 'failing' && feed?.lastFailure}
      </span>
    </p>
  );
}
