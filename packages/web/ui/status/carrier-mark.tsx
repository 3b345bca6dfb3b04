import styles from './carrier-mark.module.css';

/** A carrier's initials in a frame, and its name where there is room. Marks of carriers belong to them, so none is drawn. */
export function CarrierMark({ title }: { title: string }) {
  const mark = initials(title);
  // GLS needs not be named twice.
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
  const words = title.split(/[\s-]+/);
  const first = words[0] ?? '';
  return (first.length <= 3 ? first : first.slice(0, 2)).toUpperCase();
}
