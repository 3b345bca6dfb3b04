import { shipmentText } from '../strings/shipment.ts';
import styles from './shipment.module.css';

interface FactorsProps {
  confidence: number;
  factors: Readonly<Record<keyof typeof shipmentText.factors, number>>;
}

// Object.keys of a const table returns exactly its keys; TypeScript widens them to string.
const names = Object.keys(shipmentText.factors) as (keyof typeof shipmentText.factors)[];

/** The factors whose product is the confidence. */
export function Factors({ confidence, factors }: FactorsProps) {
  return (
    <dl className={styles.factors}>
      {names.map((name) => (
        <div key={name}>
          <dt>{shipmentText.factors[name]}</dt>
          <dd>
            <meter min={0} max={1} value={factors[name]} aria-label={shipmentText.factors[name]} />
            {percent(factors[name])}
          </dd>
        </div>
      ))}
      <div className={styles.product}>
        <dt>{shipmentText.why.factors}</dt>
        <dd>{percent(confidence)}</dd>
      </div>
    </dl>
  );
}

function percent(part: number): string {
  return `${Math.round(part * 100)} %`;
}
