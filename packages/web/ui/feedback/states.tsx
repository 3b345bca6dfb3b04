import { CircleAlert, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { asProblem, isTransient } from '../../api/problem-error.ts';
import { Button } from '../controls/button.tsx';
import { uiText } from '../text/ui-text.ts';
import styles from './states.module.css';

interface EmptyStateProps {
  icon: LucideIcon;
  /** A single sentence. */
  title: string;
  /** Button or link for the next step. */
  next?: ReactNode;
  /** h1 if the page has no other content. */
  level?: 'h1' | 'p';
}

/** Shown instead of an empty list: one sentence and the next step. */
export function EmptyState({ icon: Icon, title, next, level: Title = 'p' }: EmptyStateProps) {
  return (
    <div className={styles.state}>
      <Icon size={22} aria-hidden className={styles.icon} />
      <Title className={styles.title}>{title}</Title>
      {next && <div className={styles.next}>{next}</div>}
    </div>
  );
}

interface ErrorStateProps {
  error: unknown;
  retry?: () => void;
  /** h1 if the page has no other content. */
  level?: 'h1' | 'p';
}

/** What failed and what to do. */
export function ErrorState({ error, retry, level: Title = 'p' }: ErrorStateProps) {
  const problem = asProblem(error);
  const { title, detail, remedy } = problem;
  return (
    <div className={styles.state} role="alert">
      <CircleAlert size={22} aria-hidden className={styles.broken} />
      <Title className={styles.title}>{title}</Title>
      <p>{detail}</p>
      <p className={styles.next}>{remedy}</p>
      {retry && isTransient(problem) && <Button onClick={retry}>{uiText.tryAgain}</Button>}
    </div>
  );
}

/** Placeholder while loading, as high as the content, to avoid a layout shift. */
export function Skeleton({ rows = 3 }: { rows?: number }) {
  return (
    <div className={styles.skeleton} aria-hidden>
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no other identity.
        <span key={index} />
      ))}
    </div>
  );
}
