import { useState } from 'react';
import { Button } from '../../ui/controls/button.tsx';
import { CommandPalette } from '../../ui/overlay/command-palette.tsx';
import { Menu } from '../../ui/overlay/menu.tsx';
import { Modal } from '../../ui/overlay/modal.tsx';
import { SidePanel } from '../../ui/overlay/side-panel.tsx';
import { Tooltip } from '../../ui/overlay/tooltip.tsx';
import { Example } from './example.tsx';

type Open = 'modal' | 'panel' | 'palette' | null;

export function OverlayExamples() {
  const [open, setOpen] = useState<Open>(null);
  const [isChecked, setChecked] = useState(true);
  const close = (): void => setOpen(null);
  return (
    <Example name="Overlays">
      <Menu
        label="Sort"
        trigger={<Button>Menu</Button>}
        items={[
          { label: 'Once', onSelect: () => undefined },
          { label: 'Checked', checked: isChecked, onSelect: () => setChecked(!isChecked) },
        ]}
      />
      <Tooltip text="2 Mar 2026, 10:15 Europe/Amsterdam">
        <Button>Tooltip</Button>
      </Tooltip>
      <Button onClick={() => setOpen('modal')}>Dialog</Button>
      <Button onClick={() => setOpen('panel')}>Side panel</Button>
      <Button onClick={() => setOpen('palette')}>Command palette</Button>
      {open === 'modal' && (
        <Modal title="Remove this account?" onClose={close}>
          <p>Events received so far are kept.</p>
        </Modal>
      )}
      {open === 'panel' && (
        <SidePanel title="3SSAMPLE000001" onClose={close}>
          <p>Details.</p>
        </SidePanel>
      )}
      {open === 'palette' && <PaletteExample onClose={close} />}
    </Example>
  );
}

function PaletteExample({ onClose }: { onClose: () => void }) {
  const [query, setQuery] = useState('');
  const items = ['Today', 'Shipments'].filter((label) => label.toLowerCase().includes(query.toLowerCase()));
  return (
    <CommandPalette
      query={query}
      onQueryChange={setQuery}
      groups={[{ heading: 'Pages', items: items.map((label) => ({ id: label, label, onChoose: onClose })) }]}
      empty="No results."
      onClose={onClose}
    />
  );
}
