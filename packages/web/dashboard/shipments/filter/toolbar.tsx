import { useQuery } from '@tanstack/react-query';
import { ArrowDownUp, Columns3, Layers, Rows4 } from 'lucide-react';
import { carriersQuery } from '../../../api/queries.ts';
import type { ShipmentCountView } from '../../../api/views.ts';
import { Button, IconButton } from '../../../ui/controls/button.tsx';
import { FilterChips, type FilterChoice, type FilterDefinition } from '../../../ui/controls/filter-chips.tsx';
import { Menu } from '../../../ui/overlay/menu.tsx';
import { milestoneNames, milestoneStyles } from '../../../ui/status/milestone-style.ts';
import {
  type ColumnName,
  columnTitles,
  filterTitles,
  type SortName,
  shipmentsText,
  sortTitles,
} from '../../strings/shipments.ts';
import { useCarrierTitle } from '../carrier-title.ts';
import { ExportMenu } from '../export-menu.tsx';
import styles from '../shipments.module.css';
import { useCounts } from './counts.ts';
import { columnsOf, filterNames, groupings, type ListState } from './list-state.ts';
import { SavedViews } from './saved-views.tsx';

interface ToolbarProps {
  state: ListState;
  onChange: (part: Partial<Record<keyof ListState, string | undefined>>) => void;
}

/** Filters and display options of the list. */
export function Toolbar({ state, onChange }: ToolbarProps) {
  const filters = useFilters(state);
  return (
    <div className={styles.toolbar}>
      <FilterChips
        filters={filters}
        values={{ ...state }}
        onChange={(name, value) => onChange({ [name]: value })}
      />
      <div className={styles.tools}>
        <SavedViews state={state} />
        <SortMenu state={state} onChange={onChange} />
        <GroupMenu state={state} onChange={onChange} />
        <ColumnMenu state={state} onChange={onChange} />
        <IconButton
          icon={Rows4}
          label={shipmentsText.density}
          aria-pressed={state.density === 'compact'}
          onClick={() => onChange({ density: state.density === 'compact' ? undefined : 'compact' })}
        />
        <ExportMenu state={state} />
      </div>
    </div>
  );
}

function useFilters(state: ListState): FilterDefinition[] {
  const counts = useCounts(state);
  const { data: carriers } = useQuery(carriersQuery);
  const carrierTitle = useCarrierTitle();
  const choices: Partial<Record<string, FilterChoice[]>> = {
    milestone: milestoneNames.map((value) => ({
      value,
      label: milestoneStyles[value].word,
      count: countOf(counts?.milestones, value),
    })),
    carrier: (carriers?.carriers ?? []).map(({ name }) => ({
      value: name,
      label: carrierTitle(name),
      count: countOf(counts?.carriers, name),
    })),
    exception: [
      { value: 'true', label: shipmentsText.yes },
      { value: 'false', label: shipmentsText.no },
    ],
  };
  return filterNames.map((name) => {
    const own = choices[name];
    return { name, label: filterTitles[name], ...(own === undefined ? {} : { choices: own }) };
  });
}

function countOf(facets: ShipmentCountView['milestones'] | undefined, value: string): number | undefined {
  if (!facets) return undefined;
  return facets.find((facet) => facet.value === value)?.count ?? 0;
}

function SortMenu({ state, onChange }: ToolbarProps) {
  // Object.keys of a const table returns exactly its keys; TypeScript widens them to string.
  const sorts = Object.keys(sortTitles) as SortName[];
  const items = sorts.map((sort) => ({
    label: sortTitles[sort],
    checked: (state.sort ?? '-updatedAt') === sort,
    onSelect: () => onChange({ sort: sort === '-updatedAt' ? undefined : sort }),
  }));
  const trigger = (
    <Button variant="quiet" icon={ArrowDownUp}>
      <span className={styles.tool}>{shipmentsText.sort}</span>
    </Button>
  );
  return <Menu label={shipmentsText.sort} trigger={trigger} items={items} />;
}

function GroupMenu({ state, onChange }: ToolbarProps) {
  const items = [undefined, ...groupings].map((group) => ({
    label: shipmentsText.groups[group ?? 'none'],
    checked: state.group === group,
    onSelect: () => onChange({ group }),
  }));
  const trigger = (
    <Button variant="quiet" icon={Layers}>
      <span className={styles.tool}>{shipmentsText.group}</span>
    </Button>
  );
  return <Menu label={shipmentsText.group} trigger={trigger} items={items} />;
}

function ColumnMenu({ state, onChange }: ToolbarProps) {
  const shown = columnsOf(state);
  // Object.keys of a const table returns exactly its keys; TypeScript widens them to string.
  const names = Object.keys(columnTitles) as ColumnName[];
  const items = names.map((name) => ({
    label: columnTitles[name],
    checked: shown.includes(name),
    onSelect: () => {
      const next = shown.includes(name) ? shown.filter((other) => other !== name) : [...shown, name];
      onChange({ columns: next.length === 0 ? undefined : next.join(',') });
    },
  }));
  const trigger = (
    <Button variant="quiet" icon={Columns3}>
      <span className={styles.tool}>{shipmentsText.columns}</span>
    </Button>
  );
  return <Menu label={shipmentsText.columns} trigger={trigger} items={items} />;
}
