import { Copy, X } from 'lucide-react';
import type { ShipmentView } from '../../api/views.ts';
import { Button } from '../../ui/controls/button.tsx';
import { showProblem, showToast } from '../../ui/feedback/toast.ts';
import { formatMessage } from '../../ui/text/format-message.ts';
import { shipmentsText } from '../strings/shipments.ts';
import styles from './shipments.module.css';

/** Actions for the selected rows. */
export function SelectionBar({
  shipments,
  onClear,
}: {
  shipments: readonly ShipmentView[];
  onClear: () => void;
}) {
  const count = shipments.length;
  const copy = (): void => {
    const numbers = shipments.map(({ trackingNumber }) => trackingNumber).join('\n');
    navigator.clipboard
      .writeText(numbers)
      .then(() => showToast(formatMessage(shipmentsText.copied, { count })), showProblem);
  };
  return (
    <section className={styles.selection} aria-label={formatMessage(shipmentsText.selected, { count })}>
      <strong role="status">{formatMessage(shipmentsText.selected, { count })}</strong>
      <Button icon={Copy} onClick={copy}>
        {shipmentsText.copyNumbers}
      </Button>
      <Button variant="quiet" icon={X} onClick={onClear}>
        {shipmentsText.clearSelection}
      </Button>
    </section>
  );
}
