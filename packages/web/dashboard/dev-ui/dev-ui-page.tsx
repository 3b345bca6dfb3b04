import { useState } from 'react';
import '../../ui/theme/tokens.css';
import { Button } from '../../ui/controls/button.tsx';
import { switchTheme } from '../app/theme.ts';
import { Page } from '../page/page.tsx';
import { ControlExamples } from './control-examples.tsx';
import styles from './dev-ui.module.css';
import { OverlayExamples } from './overlay-examples.tsx';
import { ShipmentExamples } from './shipment-examples.tsx';
import { StateExamples } from './state-examples.tsx';
import { TableExamples } from './table-examples.tsx';

/** The design system: every component in every state, with sample data. */
export function DevUiPage() {
  const [accent, setAccent] = useState('');
  const recolour = (colour: string): void => {
    setAccent(colour);
    document.documentElement.style.setProperty('--accent', colour);
  };
  return (
    <main className={styles.page}>
      <Page
        title="Design system"
        lead="Every component in every state."
        actions={
          <>
            <label className={styles.accent}>
              Brand{' '}
              <input
                type="color"
                value={accent || '#3350c4'}
                onChange={(event) => recolour(event.target.value)}
              />
            </label>
            <Button onClick={switchTheme}>Switch theme</Button>
          </>
        }
      >
        <ControlExamples />
        <ShipmentExamples />
        <TableExamples />
        <StateExamples />
        <OverlayExamples />
      </Page>
    </main>
  );
}
