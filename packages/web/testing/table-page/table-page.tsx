/** The data table alone with many rows, for `npm run -s bench -- table`. */
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import '../../ui/theme/base.css';
import { TooltipProvider } from '../../ui/overlay/tooltip.tsx';
import { CarrierMark } from '../../ui/status/carrier-mark.tsx';
import { milestoneNames } from '../../ui/status/milestone-style.ts';
import { ProgressBar } from '../../ui/status/progress-bar.tsx';
import { StatusBadge } from '../../ui/status/status-badge.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import type { Column } from '../../ui/table/data-table-props.ts';
import { Ago } from '../../ui/time/time-with-zone.tsx';

const rows = Array.from({ length: 5_000 }, (_, index) => ({
  id: String(index),
  number: `3SAMPLE${String(index).padStart(7, '0')}`,
  milestone: milestoneNames[index % milestoneNames.length] ?? 'unknown',
  at: new Date(Date.UTC(2026, 2, 1) - index * 600_000).toISOString(),
}));
type Row = (typeof rows)[number];

/** As many columns as the list of shipments shows by default, and as costly ones. */
const columns: readonly Column<Row>[] = [
  { id: 'number', title: 'Number', width: 184, cell: ({ number }) => <a href="#number">{number}</a> },
  { id: 'order', title: 'Order', width: 136, cell: ({ id }) => `ORDER-${id}` },
  { id: 'customer', title: 'Customer', width: 116, cell: () => 'A. Berg' },
  { id: 'carrier', title: 'Carrier', width: 112, cell: () => <CarrierMark title="PostNL" /> },
  {
    id: 'status',
    title: 'Status',
    width: 152,
    cell: ({ milestone }) => (
      <span>
        <StatusBadge milestone={milestone} why="Why" />
        <ProgressBar milestone={milestone} />
      </span>
    ),
  },
  { id: 'event', title: 'Last event', cell: () => 'Arrived at a sorting centre · Utrecht, NL' },
  { id: 'since', title: 'Since', width: 88, cell: ({ at }) => <Ago instant={at} /> },
  { id: 'expected', title: 'Expected', width: 88, cell: ({ at }) => <Ago instant={at} /> },
  { id: 'attention', title: 'Attention', width: 136, cell: () => '–' },
];

function TablePage() {
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set());
  return (
    <TooltipProvider>
      <div style={{ display: 'flex', flexDirection: 'column', height: '100vh' }}>
        <DataTable
          label="Shipments"
          rows={rows}
          columns={columns}
          keyOf={({ id }) => id}
          onOpen={() => undefined}
          selection={selection}
          onSelectionChange={setSelection}
          density="comfortable"
        />
      </div>
    </TooltipProvider>
  );
}

const place = document.getElementById('root');
if (place === null) throw new Error('The page has no element with the id root.');
createRoot(place).render(<TablePage />);
