import { Download } from 'lucide-react';
import { useState } from 'react';
import { urlOf, workspaceHeaders } from '../../api/call.ts';
import { readProblem, sendRequest } from '../../api/problem-error.ts';
import { Button } from '../../ui/controls/button.tsx';
import { showProblem, showToast } from '../../ui/feedback/toast.ts';
import { Menu } from '../../ui/overlay/menu.tsx';
import { formatCount } from '../../ui/text/format-count.ts';
import { formatMessage } from '../../ui/text/format-message.ts';
import { shipmentsText } from '../strings/shipments.ts';
import { filterOf, type ListState } from './filter/list-state.ts';
import styles from './shipments.module.css';

type Format = 'csv' | 'ndjson';

/** Downloads the filtered shipments as a file and shows the progress. */
export function ExportMenu({ state }: { state: ListState }) {
  const [progress, setProgress] = useState<string | null>(null);
  const run = async (format: Format): Promise<void> => {
    try {
      const rows = await exportShipments(state, format, (done, total) =>
        setProgress(progressText(done, total)),
      );
      showToast(formatMessage(shipmentsText.exported, { count: rows }));
    } catch (error) {
      showProblem(error);
    } finally {
      setProgress(null);
    }
  };
  const trigger = (
    <Button variant="quiet" icon={Download} disabled={progress !== null}>
      {progress ?? <span className={styles.tool}>{shipmentsText.export}</span>}
    </Button>
  );
  return (
    <Menu
      label={shipmentsText.export}
      trigger={trigger}
      items={[
        { label: shipmentsText.exportCsv, onSelect: () => void run('csv') },
        { label: shipmentsText.exportNdjson, onSelect: () => void run('ndjson') },
      ]}
    />
  );
}

function progressText(done: number, total: string | null): string {
  const text = total === null ? shipmentsText.exporting : shipmentsText.exportingOf;
  return formatMessage(text, { done: formatCount(done), total: total ?? '' });
}

/** Returns the number of rows. Counts lines as they arrive to report the real progress. */
async function exportShipments(
  state: ListState,
  format: Format,
  onProgress: (done: number, total: string | null) => void,
): Promise<number> {
  const response = await sendRequest(urlOf('/v1/shipments/export', {}, { ...filterOf(state), format }), {
    headers: workspaceHeaders(),
  });
  if (!response.ok || response.body === null) throw await readProblem(response);
  const total = response.headers.get('x-total-count');
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let lines = 0;
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    for (const byte of part.value) if (byte === 10) lines += 1;
    onProgress(lines, total);
  }
  saveFile(new Blob(parts), `shipments.${format}`);
  return format === 'csv' ? Math.max(0, lines - 1) : lines;
}

function saveFile(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
