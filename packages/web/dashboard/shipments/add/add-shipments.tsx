import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { call } from '../../../api/call.ts';
import { carriersQuery } from '../../../api/queries.ts';
import type { BatchResultView } from '../../../api/views.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { TextArea } from '../../../ui/controls/fields.tsx';
import { ErrorState } from '../../../ui/feedback/states.tsx';
import { showProblem, showToast } from '../../../ui/feedback/toast.ts';
import { Modal } from '../../../ui/overlay/modal.tsx';
import { formatMessage } from '../../../ui/text/format-message.ts';
import { shipmentsText } from '../../strings/shipments.ts';
import styles from '../shipments.module.css';
import { type PastedLine, pastedLines } from './pasted-lines.ts';

const batchSizeMax = 1_000;

interface Refused {
  line: string;
  why: string;
}

/** Adds many shipments at once. Refused lines stay in the field, each with its reason. */
export function AddShipments({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('');
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const { data, error } = useQuery(carriersQuery);
  const carriers = useMemo(() => new Set(data?.carriers.map(({ name }) => name)), [data]);
  const lines = useMemo(() => pastedLines(text, carriers).slice(0, batchSizeMax), [text, carriers]);
  const client = useQueryClient();
  const add = useMutation({
    mutationFn: () =>
      call('POST /v1/shipments/batch', { body: { shipments: lines.map(({ shipment }) => shipment) } }),
    onSuccess: async (result) => {
      const { created, existing, refused: count } = result;
      showToast(formatMessage(shipmentsText.pasteResult, { created, existing, refused: count }));
      await client.invalidateQueries({ queryKey: ['shipments'] });
      const left = refusedOf(lines, result);
      setRefused(left);
      setText(left.map(({ line }) => line).join('\n'));
      if (left.length === 0) onClose();
    },
    onError: showProblem,
  });
  // Before the list of carriers is loaded, a carrier name would be read as part of the number.
  const canAdd = data !== undefined && lines.length > 0 && !add.isPending;
  return (
    <Modal title={shipmentsText.add} onClose={onClose}>
      <TextArea
        label={shipmentsText.pasteLabel}
        help={shipmentsText.pasteHelp}
        error={refused.length > 0 ? shipmentsText.pasteAgain : undefined}
        value={text}
        onChange={(event) => setText(event.target.value)}
        spellCheck={false}
      />
      {error && <ErrorState error={error} />}
      {refused.length > 0 && (
        <ul className={styles.refused}>
          {refused.map(({ line, why }) => (
            <li key={line}>
              <code>{line}</code> {why}
            </li>
          ))}
        </ul>
      )}
      <div className={styles.actions}>
        <Button onClick={onClose}>{shipmentsText.cancel}</Button>
        <Button variant="primary" disabled={!canAdd} onClick={() => add.mutate()}>
          {formatMessage(shipmentsText.pasteAdd, { count: lines.length })}
        </Button>
      </div>
    </Modal>
  );
}

function refusedOf(lines: readonly PastedLine[], { results }: BatchResultView): Refused[] {
  return results.flatMap(({ index, problem }) => {
    const line = lines[index]?.line;
    return problem === undefined || line === undefined
      ? []
      : [{ line, why: `${problem.detail} ${problem.remedy}` }];
  });
}
