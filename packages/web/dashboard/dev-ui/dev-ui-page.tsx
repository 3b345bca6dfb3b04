import { useState } from 'react';
import '../../ui/theme/tokens.css';
import { Button } from '../../ui/controls/button.tsx';
import { switchTheme } from '../app/theme.ts';
import { Page } from '../page/page.tsx';
import { ControlSpecimens } from './control-specimens.tsx';
import styles from './dev-ui.module.css';
import { OverlaySpecimens } from './overlay-specimens.tsx';
import { ShipmentSpecimens } from './shipment-specimens.tsx';
import { StateSpecimens } from './state-specimens.tsx';
import { TableSpecimen } from './table-specimen.tsx';

/** The design system: every component in every state, with values made up. */
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
            <Button onClick={switchTheme}>Light or dark</Button>
          </>
        }
      >
        <ControlSpecimens />
        <ShipmentSpecimens />
        <TableSpecimen />
        <StateSpecimens />
        <OverlaySpecimens />
      </Page>
    </main>
  );
}
