import { Keyboard, Menu as MenuIcon, Search, SunMoon } from 'lucide-react';
import { IconButton } from '../../ui/controls/button.tsx';
import { modKey } from '../../ui/controls/shortcuts.ts';
import { switchTheme } from '../app/theme.ts';
import { useStreamState } from '../live/live.tsx';
import { shellText } from '../strings/shell.ts';
import { BarMenus } from './bar-menus.tsx';
import styles from './shell.module.css';

interface TopBarProps {
  onFind: () => void;
  onKeys: () => void;
  onMenu: () => void;
}

export function TopBar({ onFind, onKeys, onMenu }: TopBarProps) {
  return (
    <header className={styles.bar}>
      <IconButton
        icon={MenuIcon}
        label={shellText.menu}
        aria-haspopup="dialog"
        onClick={onMenu}
        className={styles.menuButton}
      />
      <button type="button" className={styles.find} onClick={onFind}>
        <Search size={15} aria-hidden /> {shellText.find}
        <kbd>{modKey} K</kbd>
      </button>
      <StreamDot />
      <span className={styles.wide}>
        <IconButton icon={Keyboard} label={shellText.keys} onClick={onKeys} />
        <IconButton icon={SunMoon} label={shellText.theme} onClick={switchTheme} />
      </span>
      <BarMenus />
    </header>
  );
}

function StreamDot() {
  const state = useStreamState();
  return (
    <span className={styles.live} data-state={state} role="status">
      {shellText.stream[state]}
    </span>
  );
}
