import { uiText } from '../text/ui-text.ts';
import styles from './sparkline.module.css';

const width = 120;
const height = 28;

/** Chart of a value over time, oldest first. Its label gives first, last and highest value. */
export function Sparkline({ values, label }: { values: readonly number[]; label: string }) {
  const highest = Math.max(...values, 1);
  const step = width / Math.max(values.length - 1, 1);
  const points = values.map(
    (value, index) => `${index * step},${height - 2 - (value / highest) * (height - 4)}`,
  );
  const description = uiText.trend(label, values[0] ?? 0, values.at(-1) ?? 0, Math.max(...values, 0));
  return (
    <svg
      className={styles.line}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={description}
      preserveAspectRatio="none"
    >
      <polygon points={`0,${height} ${points.join(' ')} ${width},${height}`} />
      <polyline points={points.join(' ')} />
    </svg>
  );
}
