import { useState } from 'react';
import { StatusBadge } from '../../ui/status/status-badge.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import type { Column } from '../../ui/table/data-table-props.ts';
import styles from './dev-ui.module.css';
import { madeUpRows } from './made-up.ts';
import { Specimen } from './specimen.tsx';

type Row = (typeof madeUpRows)[number];

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

export function TableSpecimen() {
  return (
    <Specimen name="Data table">
      <Table density="comfortable" />
      <Table density="compact" groupOf={({ customer }) => customer} />
    </Specimen>
  );
}

function Table({ density, groupOf }: { density: 'comfortable' | 'compact'; groupOf?: (row: Row) => string }) {
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set(['1']));
  const [openKey, setOpenKey] = useState('3');
  return (
    <div className={styles.table}>
      <DataTable
        label={`Table, ${density}`}
        rows={madeUpRows}
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
