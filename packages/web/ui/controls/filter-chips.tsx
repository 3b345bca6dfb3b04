import { Plus, X } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { type ReactNode, useRef } from 'react';
import menuStyles from '../overlay/menu.module.css';
import { useOverlayContainer } from '../overlay/overlay-container.ts';
import { uiText } from '../text/ui-text.ts';
import styles from './filter-chips.module.css';

export interface FilterChoice {
  value: string;
  label: string;
  /** Number of results with this choice, if known. */
  count?: number | undefined;
}

export interface FilterDefinition {
  name: string;
  label: string;
  /** Left out for free text. */
  choices?: readonly FilterChoice[];
}

interface FilterChipsProps {
  filters: readonly FilterDefinition[];
  /** Value by filter name. A missing name is an inactive filter. */
  values: Readonly<Record<string, string | undefined>>;
  onChange: (name: string, value: string | undefined) => void;
}

/** Active filters as chips, with a button to add one. */
export function FilterChips({ filters, values, onChange }: FilterChipsProps) {
  const active = filters.filter(({ name }) => values[name] !== undefined);
  const free = filters.filter(({ name }) => values[name] === undefined);
  return (
    <div className={styles.chips}>
      {active.map((filter) => (
        <Chip
          key={filter.name}
          filter={filter}
          value={values[filter.name] ?? ''}
          onChange={(value) => onChange(filter.name, value)}
        />
      ))}
      {free.length > 0 && <AddFilter filters={free} onChange={onChange} />}
    </div>
  );
}

interface ChipProps {
  filter: FilterDefinition;
  value: string;
  onChange: (value: string | undefined) => void;
}

function Chip({ filter, value, onChange }: ChipProps) {
  const chosen = value.split(',').map((part) => labelOf(filter, part));
  return (
    <span className={styles.chip}>
      <span className={styles.name}>{filter.label}</span>
      {filter.choices === undefined ? (
        <input
          aria-label={filter.label}
          defaultValue={value}
          // biome-ignore lint/a11y/noAutofocus: the user has just chosen to fill in this filter.
          autoFocus={value === ''}
          size={Math.max(8, value.length)}
          onBlur={(event) => onChange(event.target.value.trim() || undefined)}
          onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
        />
      ) : (
        <ChoiceMenu
          label={filter.label}
          choices={filter.choices}
          onChoose={onChange}
          trigger={<button type="button">{chosen.join(', ')}</button>}
        />
      )}
      <button
        type="button"
        aria-label={uiText.removeFilter(filter.label)}
        onClick={() => onChange(undefined)}
      >
        <X size={12} aria-hidden />
      </button>
    </span>
  );
}

function labelOf({ choices }: FilterDefinition, value: string): string {
  return choices?.find((choice) => choice.value === value)?.label ?? value;
}

interface ChoiceMenuProps {
  label: string;
  choices: readonly FilterChoice[];
  onChoose: (value: string) => void;
  trigger: ReactNode;
}

function ChoiceMenu({ label, choices, onChoose, trigger }: ChoiceMenuProps) {
  const place = useOverlayContainer();
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal container={place}>
        <DropdownMenu.Content className={menuStyles.menu} align="start" sideOffset={6} aria-label={label}>
          {choices.map((choice) => (
            <ChoiceItem key={choice.value} choice={choice} onChoose={onChoose} />
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function ChoiceItem({ choice, onChoose }: { choice: FilterChoice; onChoose: (value: string) => void }) {
  return (
    <DropdownMenu.Item className={menuStyles.item} onSelect={() => onChoose(choice.value)}>
      {choice.label}
      {choice.count !== undefined && <span className={styles.count}>{choice.count}</span>}
    </DropdownMenu.Item>
  );
}

function AddFilter({ filters, onChange }: Pick<FilterChipsProps, 'filters' | 'onChange'>) {
  const place = useOverlayContainer();
  // The new chip keeps the focus. If it went back to the button, the empty chip would blur and be removed.
  const isFilledInNext = useRef(false);
  const keepFromButton = (event: Event): void => {
    if (isFilledInNext.current) event.preventDefault();
    isFilledInNext.current = false;
  };
  const fillIn = (name: string): void => {
    isFilledInNext.current = true;
    onChange(name, '');
  };
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className={styles.add} data-shortcut="filter">
        <Plus size={13} aria-hidden /> {uiText.filter}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={place}>
        <DropdownMenu.Content
          className={menuStyles.menu}
          align="start"
          sideOffset={6}
          aria-label={uiText.addFilter}
          onCloseAutoFocus={keepFromButton}
        >
          {filters.map(({ name, label, choices }) =>
            choices === undefined ? (
              <DropdownMenu.Item key={name} className={menuStyles.item} onSelect={() => fillIn(name)}>
                {label}
              </DropdownMenu.Item>
            ) : (
              <DropdownMenu.Sub key={name}>
                <DropdownMenu.SubTrigger className={menuStyles.item}>{label}</DropdownMenu.SubTrigger>
                <DropdownMenu.Portal container={place}>
                  <DropdownMenu.SubContent className={menuStyles.menu} sideOffset={4} collisionPadding={8}>
                    {choices.map((choice) => (
                      <ChoiceItem
                        key={choice.value}
                        choice={choice}
                        onChoose={(value) => onChange(name, value)}
                      />
                    ))}
                  </DropdownMenu.SubContent>
                </DropdownMenu.Portal>
              </DropdownMenu.Sub>
            ),
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
