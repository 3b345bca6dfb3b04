import { Outlet, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useShortcuts } from '../../ui/controls/shortcuts.ts';
import { useMe } from '../app/session.tsx';
import { DemoClockProvider } from '../demo/demo-clock-provider.tsx';
import { LiveProvider } from '../live/live.tsx';
import { shellText } from '../strings/shell.ts';
import { useBrandColour } from './brand.ts';
import { Navigation } from './navigation.tsx';
import styles from './shell.module.css';
import { TopBar } from './top-bar.tsx';

// Lazy: they open over the page and are not part of its first render.
const Finder = lazy(() => import('./finder.tsx').then((module) => ({ default: module.Finder })));
const DemoBar = lazy(() => import('../demo/demo-bar.tsx').then((module) => ({ default: module.DemoBar })));
const ShortcutList = lazy(() =>
  import('./shortcut-list.tsx').then((module) => ({ default: module.ShortcutList })),
);

/** Frame of every page: navigation on the left, search and workspace on top. */
export function Shell() {
  const me = useMe();
  const [isFinding, setFinding] = useState(false);
  const [showsKeys, setShowsKeys] = useState(false);
  const [showsNavigation, setShowsNavigation] = useState(false);
  useNavigationKeys({ find: () => setFinding(true), keys: () => setShowsKeys(true) });
  const isDemo = me.workspaces.find(({ id }) => id === me.current?.workspaceId)?.isDemo === true;
  useBrandColour();
  if (me.current === null) return <p className={styles.alone}>{shellText.noWorkspace}</p>;
  return (
    <LiveProvider>
      <div className={styles.shell}>
        <a className={styles.skip} href="#content">
          {shellText.skip}
        </a>
        <Navigation isOpen={showsNavigation} onClose={() => setShowsNavigation(false)} />
        <div className={styles.main}>
          {isDemo && (
            <Suspense>
              <DemoBar />
            </Suspense>
          )}
          <TopBar
            onFind={() => setFinding(true)}
            onKeys={() => setShowsKeys(true)}
            onMenu={() => setShowsNavigation(true)}
          />
          <main id="content" tabIndex={-1} className={styles.content}>
            {isDemo ? (
              <DemoClockProvider>
                <Outlet />
              </DemoClockProvider>
            ) : (
              <Outlet />
            )}
          </main>
        </div>
      </div>
      <Suspense>
        {isFinding && <Finder onClose={() => setFinding(false)} />}
        {showsKeys && <ShortcutList onClose={() => setShowsKeys(false)} />}
      </Suspense>
    </LiveProvider>
  );
}

/** `g` followed within 1.5 seconds by a letter goes to a page. */
function useNavigationKeys({ find, keys }: { find: () => void; keys: () => void }): void {
  const navigate = useNavigate();
  const [goneAt, setGoneAt] = useState(0);
  const go = (to: '/' | '/shipments' | '/carriers' | '/review') => () => {
    if (performance.now() - goneAt < 1_500) void navigate({ to });
  };
  useShortcuts({
    'mod+k': find,
    '?': keys,
    g: () => setGoneAt(performance.now()),
    t: go('/'),
    s: go('/shipments'),
    c: go('/carriers'),
    r: go('/review'),
    '/': openFilters,
  });
}

/** Opens the filter menu as by keyboard, so that its first entry gets the focus. */
function openFilters(): void {
  const button = document.querySelector<HTMLElement>('[data-shortcut="filter"]');
  button?.focus();
  button?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true }));
}
