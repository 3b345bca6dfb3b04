import { useState } from 'react';
import type { TimelineEntryView } from '../../api/views.ts';
import { Button } from '../../ui/controls/button.tsx';
import { formatMessage } from '../../ui/text/format-message.ts';
import { Ago } from '../../ui/time/time-with-zone.tsx';
import { useHasScope } from '../app/session.tsx';
import { shipmentText, zoneText } from '../strings/shipment.ts';
import { Factors } from './factors.tsx';
import { RawMessage } from './raw-message.tsx';
import styles from './shipment.module.css';

/** Evidence for a timeline entry: confidence factors, sources and their raw messages. */
export function WhyEntry({ shipmentId, entry }: { shipmentId: string; entry: TimelineEntryView }) {
  const [open, setOpen] = useState<string | null>(null);
  const mayReadRaw = useHasScope('raw:read');
  const { zone, zoneSource } = entry;
  return (
    <div className={styles.whyEntry}>
      <Factors confidence={entry.confidence} factors={entry.confidenceFactors} />
      {zone && zoneSource && <p className={styles.quiet}>{formatMessage(zoneText[zoneSource], { zone })}</p>}
      <h4>{shipmentText.why.sources}</h4>
      <ul className={styles.sources}>
        {entry.sources.map(({ source, rawMessageId, receivedAt, legId }) => (
          <li key={`${legId} ${rawMessageId}`}>
            <code>{source}</code> <Ago instant={receivedAt} />
            {mayReadRaw && (
              <Button
                variant="quiet"
                aria-expanded={open === rawMessageId}
                onClick={() => setOpen(open === rawMessageId ? null : rawMessageId)}
              >
                {open === rawMessageId ? shipmentText.why.close : shipmentText.why.raw}
              </Button>
            )}
            {open === rawMessageId && <RawMessage shipmentId={shipmentId} messageId={rawMessageId} />}
          </li>
        ))}
      </ul>
    </div>
  );
}
