import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { firstRunQuery } from '../../api/queries.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Checkbox, TextField } from '../../ui/controls/fields.tsx';
import { useToast } from '../../ui/feedback/toast.tsx';
import { entranceText } from '../strings/entrance.ts';
import { roleTitles } from '../strings/rooms.ts';
import styles from './entrance.module.css';
import { EntranceForm, Frame, textOf } from './frame.tsx';

const route = getRouteApi('/login');

/** E-mail and password, then a code where the person has a second factor. */
export function LoginPage() {
  const [needsCode, setNeedsCode] = useState(false);
  const client = useQueryClient();
  const { next } = route.useSearch();
  const enter = (): void => {
    client.clear();
    window.location.assign(insideAddress(next));
  };
  const signIn = async (email: string, password: string, rememberMe: boolean): Promise<void> => {
    const { twoFactorRedirect } = await call('POST /auth/sign-in/email', {
      body: { email, password, rememberMe },
    });
    if (twoFactorRedirect) setNeedsCode(true);
    else enter();
  };
  return (
    <Frame title={entranceText.signIn}>
      {needsCode ? (
        <CodeForm onDone={enter} />
      ) : (
        <>
          <EntranceForm
            action={entranceText.signIn}
            submit={(form) =>
              signIn(textOf(form, 'email'), textOf(form, 'password'), form.get('remember') === 'on')
            }
          >
            <TextField
              label={entranceText.email}
              name="email"
              type="email"
              autoComplete="username"
              required
            />
            <TextField
              label={entranceText.password}
              name="password"
              type="password"
              autoComplete="current-password"
              required
            />
            <Checkbox label={entranceText.remember} name="remember" defaultChecked />
          </EntranceForm>
          <Link to="/forgotten-password" className={styles.link}>
            {entranceText.forgot}
          </Link>
          <Beginnings signIn={signIn} />
        </>
      )}
    </Frame>
  );
}

/** Only addresses of this page, so that a link to the entrance cannot lead anywhere else. */
function insideAddress(next: string | undefined): string {
  const target = URL.parse(next ?? '/app/', window.location.origin);
  return target?.origin === window.location.origin && target.pathname.startsWith('/app')
    ? target.href
    : '/app/';
}

function CodeForm({ onDone }: { onDone: () => void }) {
  const [isBackup, setBackup] = useState(false);
  const verify = async (form: FormData): Promise<void> => {
    const body = { code: textOf(form, 'code'), trustDevice: form.get('trust') === 'on' };
    await (isBackup
      ? call('POST /auth/two-factor/verify-backup-code', { body })
      : call('POST /auth/two-factor/verify-totp', { body }));
    onDone();
  };
  return (
    <>
      <EntranceForm action={entranceText.verify} submit={verify}>
        <TextField
          key={String(isBackup)}
          label={entranceText.code}
          help={isBackup ? entranceText.backupHelp : entranceText.codeHelp}
          name="code"
          autoComplete="one-time-code"
          inputMode={isBackup ? 'text' : 'numeric'}
          required
        />
        <Checkbox label={entranceText.trust} name="trust" />
      </EntranceForm>
      <Button look="quiet" onClick={() => setBackup(!isBackup)}>
        {isBackup ? entranceText.useApp : entranceText.useBackup}
      </Button>
    </>
  );
}

/** For an installation without anybody the way to the first admin; for a demo its people. */
function Beginnings({
  signIn,
}: {
  signIn: (email: string, password: string, remember: boolean) => Promise<void>;
}) {
  const { data } = useQuery(firstRunQuery);
  const toast = useToast();
  if (data?.isNeeded) {
    return (
      <Link to="/first-run" className={styles.link}>
        {entranceText.firstTitle}
      </Link>
    );
  }
  if (!data?.demo) return null;
  return (
    <section className={styles.demo} aria-label={entranceText.demoTitle}>
      <p className={styles.quiet}>{entranceText.demoTitle}</p>
      {data.demo.map(({ email, name, password, role, workspace }) => (
        <button
          key={email}
          type="button"
          onClick={() => void signIn(email, password, true).catch(toast.complain)}
        >
          <span>{name}</span>
          <span>
            {roleTitles[role]}, {workspace}
          </span>
        </button>
      ))}
    </section>
  );
}
