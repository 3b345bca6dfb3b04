import { useMutation } from '@tanstack/react-query';
import { Copy, ExternalLink, Link2, TriangleAlert } from 'lucide-react';
import { call } from '../../api/call.ts';
import type { ShipmentHistoryView } from '../../api/views.ts';
import { Button, IconButton } from '../../ui/controls/button.tsx';
import { showProblem, showToast } from '../../ui/feedback/toast.ts';
import { CarrierMark } from '../../ui/status/carrier-mark.tsx';
import { Mark, StatusBadge } from '../../ui/status/status-badge.tsx';
import { formatMessage } from '../../ui/text/format-message.ts';
import { formatDate } from '../../ui/time/format-time.ts';
import { useHasScope } from '../app/session.tsx';
import { useCarrierTitle } from '../shipments/carrier-title.ts';
import { formatRule } from '../shipments/format-rule.ts';
import { WhyStatus } from '../shipments/why-status.tsx';
import { shipmentText } from '../strings/shipment.ts';
import styles from './shipment.module.css';
import { useTrackingPage } from './tracking-page.ts';

interface ShipmentHeaderProps {
  history: ShipmentHistoryView;
  /** For places where the number is not shown above already. */
  withNumber?: boolean;
}

/** Number, carrier and status of a shipment. */
export function ShipmentHeader({ history, withNumber = false }: ShipmentHeaderProps) {
  const { shipment } = history;
  const carrierTitle = useCarrierTitle();
  const trackingPage = useTrackingPage(shipment);
  const mayLink = useHasScope('shipments:write');
  return (
    <header className={styles.header}>
      <div className={styles.which}>
        {withNumber && <h1 className={styles.number}>{shipment.trackingNumber}</h1>}
        {withNumber && <CopyNumber number={shipment.trackingNumber} />}
        <CarrierMark title={carrierTitle(shipment.carrier)} />
        {trackingPage && (
          <a href={trackingPage} target="_blank" rel="noreferrer" className={styles.outside}>
            {shipmentText.carrierPage} <ExternalLink size={12} aria-hidden />
          </a>
        )}
        {mayLink && <RecipientLink id={shipment.id} />}
      </div>
      <div className={styles.which}>
        <StatusBadge milestone={shipment.milestone} why={<WhyStatus shipment={shipment} />} />
        <span>{shipment.meaning}</span>
        {shipment.openExceptions.map((rule) => (
          <Mark key={rule} tone="risk">
            <TriangleAlert size={12} aria-hidden /> {formatRule(rule)}
          </Mark>
        ))}
      </div>
    </header>
  );
}

export function CopyNumber({ number }: { number: string }) {
  const copy = (): void => {
    navigator.clipboard.writeText(number).then(() => showToast(shipmentText.copied), showProblem);
  };
  return <IconButton icon={Copy} label={shipmentText.copy} onClick={copy} />;
}

/** Copies the signed link to the recipient's tracking page. */
function RecipientLink({ id }: { id: string }) {
  const make = useMutation({
    mutationFn: () => call('POST /v1/shipments/{id}/link', { params: { id }, body: {} }),
    onSuccess: async ({ url, expiresAt }) => {
      await navigator.clipboard.writeText(url);
      showToast(formatMessage(shipmentText.linkCopied, { day: formatDate(expiresAt.slice(0, 10)) }));
    },
    onError: showProblem,
  });
  return (
    <Button icon={Link2} disabled={make.isPending} onClick={() => make.mutate()}>
      {shipmentText.recipientLink}
    </Button>
  );
}
