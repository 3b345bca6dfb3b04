import styles from './carrier-mark.module.css';

/**
 * The carrier's initials in a frame, with its name if there is space. No logos: they are trademarks of the
 * carriers.
 */
export function CarrierMark({ title }: { title: string }) {
  const mark = initials(title);
  // Avoids "GLS GLS".
  const isWhole = mark === title.toUpperCase();
  return (
    <span className={styles.carrier}>
      <span className={styles.mark} aria-hidden={!isWhole}>
        {isWhole ? title : mark}
      </span>
      {!isWhole && <span className={styles.name}>{title}</span>}
    </span>
  );
}

function initials(title: string): string {
  const text = title.split(/[\s-]+/);
  const first = text[0] ?? '';
  return (first.length <= 3 ? first : first.slice(0, 2)).toUpperCase();
}
