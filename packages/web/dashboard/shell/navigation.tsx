import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Antenna, Inbox, type LucideIcon, Package, Settings, Sun, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { reviewQuery } from '../../api/queries.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Modal } from '../../ui/overlay/modal.tsx';
import { formatCount } from '../../ui/text/format-count.ts';
import { useMedia } from '../../ui/theme/media.ts';
import { useHasScope } from '../app/session.tsx';
import mark from '../milepost.svg';
import { shellText } from '../strings/shell.ts';
import { useBrandName, useLogo } from './brand.ts';
import styles from './shell.module.css';

/** Main navigation. On a phone it is a drawer that closes after a choice. */
export function Navigation({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const isNarrow = useMedia('(max-width: 900px)');
  if (!isNarrow) {
    return (
      <aside className={styles.navigation} aria-label={shellText.product}>
        <NavigationLinks onChoose={onClose} />
      </aside>
    );
  }
  if (!isOpen) return null;
  return (
    <Modal title={shellText.menu} variant="drawer" onClose={onClose}>
      <div className={styles.navigation}>
        <NavigationLinks
          onChoose={onClose}
          close={<Button variant="quiet" icon={X} aria-label={shellText.close} onClick={onClose} />}
        />
      </div>
    </Modal>
  );
}

function NavigationLinks({ onChoose, close }: { onChoose: () => void; close?: ReactNode }) {
  const logo = useLogo();
  const brandName = useBrandName();
  return (
    <>
      <div className={styles.navigationTop}>
        <Link to="/" className={styles.brand} onClick={onChoose}>
          <img src={logo ?? mark} height={22} alt="" /> <span>{brandName ?? shellText.product}</span>
        </Link>
        {close}
      </div>
      <nav className={styles.links} aria-label={shellText.navigation}>
        <NavigationLink to="/" icon={Sun} title={shellText.today} onChoose={onChoose} />
        <NavigationLink to="/shipments" icon={Package} title={shellText.shipments} onChoose={onChoose} />
        {useHasScope('accounts:read') && (
          <NavigationLink to="/carriers" icon={Antenna} title={shellText.carriers} onChoose={onChoose} />
        )}
        {useHasScope('review:read') && <ReviewLink onChoose={onChoose} />}
        <NavigationLink
          to="/settings/{-$section}"
          icon={Settings}
          title={shellText.settings}
          onChoose={onChoose}
        />
      </nav>
      {brandName !== null && <p className={styles.note}>{shellText.product}</p>}
    </>
  );
}

interface NavigationLinkProps {
  to: '/' | '/shipments' | '/carriers' | '/review' | '/settings/{-$section}';
  icon: LucideIcon;
  title: string;
  count?: number;
  onChoose: () => void;
}

function NavigationLink({ to, icon: Icon, title, count = 0, onChoose }: NavigationLinkProps) {
  return (
    <Link
      to={to}
      className={styles.link}
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

function ReviewLink({ onChoose }: { onChoose: () => void }) {
  const { data } = useQuery(reviewQuery);
  const count = data?.groups.length ?? 0;
  return (
    <NavigationLink to="/review" icon={Inbox} title={shellText.review} count={count} onChoose={onChoose} />
  );
}
