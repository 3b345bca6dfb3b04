import { useQuery } from '@tanstack/react-query';
import { rawMessageQuery } from '../../api/queries.ts';
import type { RawMessageView } from '../../api/views.ts';
import { ErrorState, Skeleton } from '../../ui/feedback/states.tsx';
import { formatMessage } from '../../ui/text/format-message.ts';
import { evidenceText, shipmentText } from '../strings/shipment.ts';
import styles from './shipment.module.css';

/** A message as the carrier sent it, and how its codes were mapped. */
export function RawMessage({ shipmentId, messageId }: { shipmentId: string; messageId: string }) {
  const { data, error, refetch } = useQuery(rawMessageQuery(shipmentId, messageId));
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Skeleton rows={4} />;
  return (
    <div className={styles.raw}>
      <Readings readings={data.readings} />
      {!data.isKept && <p>{shipmentText.why.notKept}</p>}
      {data.body !== null && (
        <>
          <h4>
            {shipmentText.why.body} <span className={styles.quiet}>{data.contentType}</span>
          </h4>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable element must be focusable. */}
          <pre tabIndex={0}>{readable(data)}</pre>
        </>
      )}
      {Object.keys(data.headers).length > 0 && (
        <details>
          <summary>{shipmentText.why.headers}</summary>
          <pre>
            {Object.entries(data.headers)
              .map(([name, value]) => `${name}: ${value}`)
              .join('\n')}
          </pre>
        </details>
      )}
    </div>
  );
}

function Readings({ readings }: Pick<RawMessageView, 'readings'>) {
  return (
    <>
      <h4>{shipmentText.why.readings}</h4>
      <ul className={styles.readings}>
        {readings.map((reading) => (
          <li key={`${reading.localTime} ${reading.code} ${reading.subStatus}`}>
            <code>{[reading.code, reading.subCode].filter(Boolean).join(' / ') || '–'}</code>{' '}
            {formatMessage(shipmentText.why.readAs, { subStatus: subStatusText(reading.subStatus) })}
            {reading.evidence && <span className={styles.quiet}>, {evidenceText[reading.evidence]}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

/** `in_transit.arrived_hub` → `in transit: arrived hub`. */
function subStatusText(subStatus: string): string {
  return subStatus.replace('.', ': ').replaceAll('_', ' ');
}

/** Indents JSON and leaves anything else unchanged. */
function readable({ body, bodyEncoding }: RawMessageView): string {
  if (body === null || bodyEncoding !== 'text') return body ?? '';
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
