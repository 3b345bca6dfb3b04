import { Command } from 'cmdk';
import { Search } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { uiText } from '../text/ui-text.ts';
import styles from './command-palette.module.css';
import { Modal } from './modal.tsx';

export interface PaletteItem {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  onChoose: () => void;
}

export interface PaletteGroup {
  heading: string;
  items: readonly PaletteItem[];
}

interface CommandPaletteProps {
  query: string;
  onQueryChange: (query: string) => void;
  groups: readonly PaletteGroup[];
  /** Shown when no group has items. */
  empty: string;
  onClose: () => void;
}

/** Search dialog. The caller searches and passes the groups; nothing is filtered here. */
export function CommandPalette({ query, onQueryChange, groups, empty, onClose }: CommandPaletteProps) {
  // Selects the best hit as soon as it is loaded, so that Enter opens it.
  const first = groups.flatMap(({ items }) => items)[0]?.id ?? '';
  const [chosen, setChosen] = useState({ first, id: first });
  const value = chosen.first === first ? chosen.id : first;
  return (
    <Modal title={uiText.find} onClose={onClose} variant="bare">
      <Command
        className={styles.palette}
        shouldFilter={false}
        label={uiText.find}
        // A dialog focuses its first focusable element, which has to be the input.
        tabIndex={undefined}
        loop
        value={value}
        onValueChange={(id) => setChosen({ first, id })}
      >
        <div className={styles.field}>
          <Search size={16} aria-hidden />
          <Command.Input
            autoFocus
            value={query}
            onValueChange={onQueryChange}
            placeholder={uiText.findHint}
          />
        </div>
        {first === '' && (
          <p className={styles.empty} role="status">
            {empty}
          </p>
        )}
        <Command.List className={styles.list} label={uiText.results} hidden={first === ''}>
          {groups
            .filter(({ items }) => items.length > 0)
            .map(({ heading, items }) => (
              <Command.Group key={heading} heading={heading}>
                {items.map(({ id, label, hint, onChoose }) => (
                  <Command.Item key={id} value={id} onSelect={onChoose}>
                    <span className={styles.label}>{label}</span>
                    {hint && <span className={styles.hint}>{hint}</span>}
                  </Command.Item>
                ))}
              </Command.Group>
            ))}
        </Command.List>
      </Command>
    </Modal>
  );
}
