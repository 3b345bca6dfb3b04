import { CircleAlert, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { asProblem } from '../api/problem-error.ts';
import { Button } from './button.tsx';
import styles from './states.module.css';

interface EmptyStateProps {
  icon: LucideIcon;
  /** One sentence. */
  title: string;
  /** The next step. */
  next?: ReactNode;
}

/** Nothing is there: one sentence and the next step. */
export function EmptyState({ icon: Icon, title, next }: EmptyStateProps) {
  return (
    <div className={styles.state}>
      <Icon size={22} aria-hidden className={styles.icon} />
      <p className={styles.title}>{title}</p>
      {next && <div className={styles.next}>{next}</div>}
    </div>
  );
}

/** What happened, to what, what to do. */
export function ErrorState({ error, retry }: { error: unknown; retry?: () => void }) {
  const { title, detail, remedy } = asProblem(error);
  return (
    <div className={styles.state} role="alert">
      <CircleAlert size={22} aria-hidden className={styles.broken} />
      <p className={styles.title}>{title}</p>
      <p>{detail}</p>
      <p className={styles.next}>{remedy}</p>
      {retry && <Button onClick={retry}>Try again</Button>}
    </div>
  );
}

/** The place of something that is on its way, as high as it will be. */
export function Skeleton({ rows = 3 }: { rows?: number }) {
  return (
    <div className={styles.skeleton} aria-hidden>
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no other name than their place.
        <span key={index} />
      ))}
    </div>
  );
}
