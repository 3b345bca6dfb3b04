import { Copy, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '../../ui/controls/button.tsx';
import { Checkbox, Select, TextArea, TextField } from '../../ui/controls/fields.tsx';
import { FilterChips } from '../../ui/controls/filter-chips.tsx';
import { Tabs } from '../../ui/controls/tabs.tsx';
import styles from './dev-ui.module.css';
import { Example } from './example.tsx';

export function ControlExamples() {
  return (
    <>
      <Example name="Button">
        <Button variant="primary" icon={Plus}>
          Add shipments
        </Button>
        <Button>Plain</Button>
        <Button variant="quiet">Quiet</Button>
        <Button variant="danger" icon={Trash2}>
          Remove
        </Button>
        <Button variant="primary" disabled>
          Disabled
        </Button>
        <IconButton icon={Copy} label="Copy number" />
        <IconButton icon={Copy} label="Copy, pressed" aria-pressed />
        <IconButton icon={Copy} label="Copy, disabled" disabled />
      </Example>
      <Example name="Fields">
        <div className={styles.field}>
          <TextField label="Name" help="Shown to recipients." defaultValue="Kanaal Coffee" />
        </div>
        <div className={styles.field}>
          <TextField label="Colour" defaultValue="brown" error="Must be a colour like #1f4fd8. Choose one." />
        </div>
        <div className={styles.field}>
          <Select label="Carrier" help="The carrier of the account.">
            <option>GLS</option>
            <option>UPS</option>
          </Select>
        </div>
        <div className={styles.field}>
          <TextArea
            label="Tracking numbers"
            help="One per line."
            defaultValue={'3SABCD1234567\n1Z999AA10123456784'}
          />
        </div>
        <Checkbox label="Poll regularly" help="At most every half hour." defaultChecked />
        <Checkbox label="Disabled" disabled />
      </Example>
      <FilterExample />
      <TabExample />
    </>
  );
}

const filters = [
  {
    name: 'milestone',
    label: 'Status',
    choices: [
      { value: 'a', label: 'In transit', count: 212 },
      { value: 'b', label: 'Delivered', count: 9 },
    ],
  },
  { name: 'reference', label: 'Reference' },
];

function FilterExample() {
  const [values, setValues] = useState<Record<string, string | undefined>>({ milestone: 'a' });
  return (
    <Example name="Filter chips">
      <FilterChips
        filters={filters}
        values={values}
        onChange={(name, value) => setValues({ ...values, [name]: value })}
      />
    </Example>
  );
}

function TabExample() {
  const [value, setValue] = useState('people');
  const tabs = [
    { value: 'people', label: 'People', content: 'Members of the workspace.' },
    { value: 'keys', label: 'API keys', content: 'Keys for the API.' },
  ];
  return (
    <Example name="Tabs">
      <Tabs label="Settings" tabs={tabs} value={value} onChange={setValue} />
    </Example>
  );
}
