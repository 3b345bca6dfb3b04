import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { searchQuery } from '../../api/queries.ts';
import type { SearchGroupView } from '../../api/views.ts';
import { CommandPalette, type PaletteGroup, type PaletteItem } from '../../ui/overlay/command-palette.tsx';
import { StatusBadge } from '../../ui/status/status-badge.tsx';
import { switchTheme } from '../app/theme.ts';
import { shellText } from '../strings/shell.ts';
import { describeHit } from './describe-hit.ts';

/** Searches shipments, pages and actions. */
export function Finder({ onClose }: { onClose: () => void }) {
  const [query, setQuery] = useState('');
  const asked = useDeferredValue(query.trim());
  const { data } = useQuery(searchQuery(asked));
  const navigate = useNavigate();
  const open = (id: string): void => {
    onClose();
    void navigate({ to: '/shipments/$id', params: { id } });
  };
  const found = asked.length < 2 ? [] : (data?.groups ?? []).map((group) => groupOf(group, open));
  const pagesAndActions = usePagesAndActions(onClose, asked.toLowerCase());
  return (
    <CommandPalette
      query={query}
      onQueryChange={setQuery}
      groups={[...found, ...pagesAndActions]}
      empty={asked.length < 2 ? shellText.typeMore : shellText.nothingFound}
      onClose={onClose}
    />
  );
}

function groupOf({ matched, hits }: SearchGroupView, open: (id: string) => void): PaletteGroup {
  return {
    heading: shellText.matched[matched],
    items: hits.map(({ value, shipment }) => ({
      id: shipment.id,
      label: (
        <>
          <code>{shipment.trackingNumber}</code>
          {describeHit(value, shipment).map((word) => ` · ${word}`)}
        </>
      ),
      hint: <StatusBadge milestone={shipment.milestone} />,
      onChoose: () => open(shipment.trackingId),
    })),
  };
}

/** Pages and actions whose name contains the typed text. */
function usePagesAndActions(onClose: () => void, typed: string): PaletteGroup[] {
  const navigate = useNavigate();
  const item = (label: string, act: () => void): PaletteItem => ({
    id: `page ${label}`,
    label,
    onChoose: () => {
      onClose();
      act();
    },
  });
  const fits = ({ id }: PaletteItem): boolean => id.toLowerCase().includes(typed);
  const pages = [
    item(shellText.today, () => void navigate({ to: '/' })),
    item(shellText.shipments, () => void navigate({ to: '/shipments' })),
    item(shellText.carriers, () => void navigate({ to: '/carriers' })),
    item(shellText.review, () => void navigate({ to: '/review' })),
    item(shellText.settings, () => void navigate({ to: '/settings/{-$section}' })),
  ];
  const actions = [
    item(shellText.theme, switchTheme),
    item(shellText.developers, () => window.location.assign('/developers')),
  ];
  return [
    { heading: shellText.pages, items: pages.filter(fits) },
    { heading: shellText.actions, items: actions.filter(fits) },
  ];
}
