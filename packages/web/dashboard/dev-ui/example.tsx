import type { ReactNode } from 'react';
import styles from './dev-ui.module.css';

/** A component with its name. */
export function Example({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section className={styles.example} aria-label={name}>
      <h2>{name}</h2>
      <div className={styles.shelf}>{children}</div>
    </section>
  );
}
