import { useQuery } from '@tanstack/react-query';
import { CircleCheck, Copy, Radio, TriangleAlert } from 'lucide-react';
import { feedsQuery } from '../../api/queries.ts';
import type { AccountView, CarrierView, FeedView } from '../../api/views.ts';
import { Button } from '../../ui/controls/button.tsx';
import { useToast } from '../../ui/feedback/toast.tsx';
import { formatMessage } from '../../ui/text/format-message.ts';
import styles from '../page/card.module.css';
import { carriersText } from '../strings/rooms.ts';
import { type FeedSign, signOf } from './feed-sign.ts';

interface FirstMessageProps {
  carrier: CarrierView;
  account: AccountView;
  onClose: () => void;
}

const lookMs = 1_500;

/** What is still to be done at the carrier, and whether it has worked: looked at again and again while this is open. */
export function FirstMessage({ carrier, account, onClose }: FirstMessageProps) {
  const { data } = useQuery({ ...feedsQuery, refetchInterval: lookMs, staleTime: 0 });
  const feed = data?.feeds.find(({ accountId }) => accountId === account.id);
  return (
    <div className={styles.form}>
      {account.hookUrl === null ? (
        <p>{carriersText.asksByItself}</p>
      ) : (
        <HookAddress url={account.hookUrl} carrier={carrier.title} />
      )}
      <Sign sign={feed === undefined ? 'waiting' : signOf(feed)} feed={feed} />
      <div className={styles.end}>
        <Button look="primary" onClick={onClose}>
          {carriersText.done}
        </Button>
      </div>
    </div>
  );
}

function HookAddress({ url, carrier }: { url: string; carrier: string }) {
  const toast = useToast();
  const copy = (): void => {
    navigator.clipboard.writeText(url).then(() => toast.say(carriersText.hookCopied), toast.complain);
  };
  return (
    <>
      <p>{formatMessage(carriersText.enterHook, { carrier })}</p>
      <p className={styles.secret}>
        <code>{url}</code>
      </p>
      <div>
        <Button icon={Copy} onClick={copy}>
          {carriersText.copyHook}
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

function Sign({ sign, feed }: { sign: FeedSign; feed: FeedView | undefined }) {
  const Icon = icons[sign];
  return (
    <p className={styles.sign} data-sign={sign} role="status">
      <Icon size={16} aria-hidden />
      <span>
        {carriersText.signs[sign]} {sign === 'failing' && feed?.lastFailure}
      </span>
    </p>
  );
}
