import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Antenna, Inbox, type LucideIcon, Package, Settings, Sun, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { reviewQuery } from '../../api/queries.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Modal } from '../../ui/overlay/modal.tsx';
import { formatCount } from '../../ui/text/format-count.ts';
import { useMedia } from '../../ui/theme/media.ts';
import { useMay } from '../app/session.tsx';
import mark from '../milepost.svg';
import { shellText } from '../strings/shell.ts';
import { useBrandName, useLogo } from './brand.ts';
import styles from './shell.module.css';

/** The rooms of the product that exist. On a phone they come from the left and go with the next choice. */
export function Rail({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const isNarrow = useMedia('(max-width: 900px)');
  if (!isNarrow) {
    return (
      <aside className={styles.rail} aria-label={shellText.product}>
        <Rooms onChoose={onClose} />
      </aside>
    );
  }
  if (!isOpen) return null;
  return (
    <Modal title={shellText.menu} look="drawer" onClose={onClose}>
      <div className={styles.rail}>
        <Rooms
          onChoose={onClose}
          close={<Button look="quiet" icon={X} aria-label={shellText.close} onClick={onClose} />}
        />
      </div>
    </Modal>
  );
}

function Rooms({ onChoose, close }: { onChoose: () => void; close?: ReactNode }) {
  const logo = useLogo();
  const brandName = useBrandName();
  return (
    <>
      <div className={styles.railTop}>
        <Link to="/" className={styles.brand} onClick={onChoose}>
          <img src={logo ?? mark} height={22} alt="" /> <span>{brandName ?? shellText.product}</span>
        </Link>
        {close}
      </div>
      <nav className={styles.rooms} aria-label={shellText.rooms}>
        <Room to="/" icon={Sun} title={shellText.today} onChoose={onChoose} />
        <Room to="/shipments" icon={Package} title={shellText.shipments} onChoose={onChoose} />
        {useMay('accounts:read') && (
          <Room to="/carriers" icon={Antenna} title={shellText.carriers} onChoose={onChoose} />
        )}
        {useMay('review:read') && <ReviewRoom onChoose={onChoose} />}
        <Room to="/settings/{-$section}" icon={Settings} title={shellText.settings} onChoose={onChoose} />
      </nav>
      {brandName !== null && <p className={styles.note}>{shellText.product}</p>}
    </>
  );
}

interface RoomProps {
  to: '/' | '/shipments' | '/carriers' | '/review' | '/settings/{-$section}';
  icon: LucideIcon;
  title: string;
  count?: number;
  onChoose: () => void;
}

function Room({ to, icon: Icon, title, count = 0, onChoose }: RoomProps) {
  return (
    <Link
      to={to}
      className={styles.room}
      activeOptions={{ exact: to === '/', includeSearch: false }}
      activeProps={{ 'aria-current': 'page' }}
      onClick={onChoose}
    >
      <Icon size={16} aria-hidden />
      {title}
      {count > 0 && <span className={styles.count}>{formatCount(count)}</span>}
    </Link>
  );
}

function ReviewRoom({ onChoose }: { onChoose: () => void }) {
  const { data } = useQuery(reviewQuery);
  const count = data?.groups.length ?? 0;
  return <Room to="/review" icon={Inbox} title={shellText.review} count={count} onChoose={onChoose} />;
}
