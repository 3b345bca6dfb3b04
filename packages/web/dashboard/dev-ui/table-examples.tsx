import { useState } from 'react';
import { StatusBadge } from '../../ui/status/status-badge.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import type { Column } from '../../ui/table/data-table-props.ts';
import styles from './dev-ui.module.css';
import { Example } from './example.tsx';
import { sampleRows } from './sample-data.ts';

type Row = (typeof sampleRows)[number];

const columns: readonly Column<Row>[] = [
  { id: 'number', title: 'Number', width: 180, cell: ({ number }) => <code>{number}</code> },
  { id: 'customer', title: 'Customer', cell: ({ customer }) => customer },
  {
    id: 'milestone',
    title: 'Status',
    width: 160,
    cell: ({ milestone }) => <StatusBadge milestone={milestone} />,
  },
];

const fresh: ReadonlySet<string> = new Set(['2']);

export function TableExamples() {
  return (
    <Example name="Data table">
      <Table density="comfortable" />
      <Table density="compact" groupOf={({ customer }) => customer} />
    </Example>
  );
}

function Table({ density, groupOf }: { density: 'comfortable' | 'compact'; groupOf?: (row: Row) => string }) {
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set(['1']));
  const [openKey, setOpenKey] = useState('3');
  return (
    <div className={styles.table}>
      <DataTable
        label={`Table, ${density}`}
        rows={sampleRows}
        columns={columns}
        keyOf={({ id }) => id}
        onOpen={({ id }) => setOpenKey(id)}
        openKey={openKey}
        selection={selection}
        onSelectionChange={setSelection}
        density={density}
        groupOf={groupOf}
        freshKeys={fresh}
      />
    </div>
  );
}
