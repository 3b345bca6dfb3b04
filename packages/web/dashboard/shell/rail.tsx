import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Antenna, Inbox, type LucideIcon, Package, Settings, Sun, X } from 'lucide-react';
import { reviewQuery } from '../../api/queries.ts';
import { IconButton } from '../../ui/button.tsx';
import { formatCount } from '../../ui/format-count.ts';
import { useMedia } from '../../ui/media.ts';
import mark from '../milepost.svg';
import { useMay } from '../session.tsx';
import { shellText } from '../strings/shell.ts';
import { useBrandName, useLogo } from './brand.ts';
import styles from './shell.module.css';

/** The rooms of the product that exist. On a phone it comes from the left and goes with the next choice. */
export function Rail({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const logo = useLogo();
  const brandName = useBrandName();
  const isNarrow = useMedia('(max-width: 900px)');
  return (
    <aside className={styles.rail} data-open={isOpen} aria-label={shellText.product}>
      <div className={styles.railTop}>
        <Link to="/" className={styles.brand} onClick={onClose}>
          <img src={logo ?? mark} height={22} alt="" /> <span>{brandName ?? shellText.product}</span>
        </Link>
        {isNarrow && <IconButton icon={X} label={shellText.close} onClick={onClose} />}
      </div>
      <nav className={styles.rooms} aria-label={shellText.rooms}>
        <Room to="/" icon={Sun} title={shellText.today} onChoose={onClose} />
        <Room to="/shipments" icon={Package} title={shellText.shipments} onChoose={onClose} />
        {useMay('accounts:read') && (
          <Room to="/carriers" icon={Antenna} title={shellText.carriers} onChoose={onClose} />
        )}
        {useMay('review:read') && <ReviewRoom onChoose={onClose} />}
        <Room to="/settings/{-$section}" icon={Settings} title={shellText.settings} onChoose={onClose} />
      </nav>
      {brandName !== null && <p className={styles.note}>{shellText.product}</p>}
    </aside>
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
