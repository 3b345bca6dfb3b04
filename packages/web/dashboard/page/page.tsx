import type { ReactNode } from 'react';
import { classNames } from '../../ui/theme/class-names.ts';
import styles from './page.module.css';

interface PageProps {
  title: string;
  lead?: string;
  actions?: ReactNode;
  /** For pages shown on wall screens: the type grows with a large screen. */
  isForWalls?: boolean;
  children: ReactNode;
}

/** Layout of a page that scrolls as a whole. */
export function Page({ title, lead, actions, isForWalls = false, children }: PageProps) {
  return (
    <div className={classNames(styles.page, isForWalls && styles.wall)}>
      <title>{`${title} · Milepost`}</title>
      <header className={styles.head}>
        <div>
          <h1>{title}</h1>
          {lead && <p className={styles.lead}>{lead}</p>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}
