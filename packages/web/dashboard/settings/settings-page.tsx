import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Tabs } from '../../ui/controls/tabs.tsx';
import { useHasScope } from '../app/session.tsx';
import { RealClock } from '../demo/real-clock.tsx';
import { Page } from '../page/page.tsx';
import { settingsText } from '../strings/settings.ts';
import { AccountSection } from './account-section.tsx';
import { BrandSection } from './brand-section.tsx';
import { KeysSection } from './keys-section.tsx';
import { PeopleSection } from './people-section.tsx';
import { WorkspaceSection } from './workspace-section.tsx';

type SectionName = keyof typeof settingsText.sections;

const route = getRouteApi('/inside/settings/{-$section}');

/** One section at a time, in the URL. Sections that the role may not use are hidden. */
export function SettingsPage() {
  const { section = 'workspace' } = route.useParams();
  const navigate = route.useNavigate();
  const mayPeople = useHasScope('people:read');
  const mayKeys = useHasScope('keys:write');
  const mayBrand = useHasScope('workspaces:write');
  const sections: [SectionName, ReactNode, boolean][] = [
    ['workspace', <WorkspaceSection key="workspace" />, true],
    ['people', <PeopleSection key="people" />, mayPeople],
    ['keys', <KeysSection key="keys" />, mayKeys],
    ['brand', <BrandSection key="brand" />, mayBrand],
    ['account', <AccountSection key="account" />, true],
  ];
  const tabs = sections
    .filter(([, , isAllowed]) => isAllowed)
    .map(([value, content]) => ({ value, label: settingsText.sections[value], content }));
  return (
    <Page title={settingsText.title}>
      <RealClock>
        <Tabs
          label={settingsText.title}
          tabs={tabs}
          value={tabs.some(({ value }) => value === section) ? section : 'workspace'}
          onChange={(value) => void navigate({ params: { section: value } })}
        />
      </RealClock>
    </Page>
  );
}
