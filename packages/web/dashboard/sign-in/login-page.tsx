import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { firstRunQuery } from '../../api/queries.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Checkbox, TextField } from '../../ui/controls/fields.tsx';
import { showProblem } from '../../ui/feedback/toast.ts';
import { roleTitles } from '../strings/settings.ts';
import { signInText } from '../strings/sign-in.ts';
import { ActionForm, Frame, textOf } from './frame.tsx';
import styles from './sign-in.module.css';

const route = getRouteApi('/login');

/** E-mail and password, then a code if the user has two-step sign-in. */
export function LoginPage() {
  const [needsCode, setNeedsCode] = useState(false);
  const client = useQueryClient();
  const { next } = route.useSearch();
  const enter = (): void => {
    client.clear();
    window.location.assign(safeNextUrl(next));
  };
  const signIn = async (email: string, password: string, rememberMe: boolean): Promise<void> => {
    const { twoFactorRedirect } = await call('POST /auth/sign-in/email', {
      body: { email, password, rememberMe },
    });
    if (twoFactorRedirect) setNeedsCode(true);
    else enter();
  };
  return (
    <Frame title={signInText.signIn}>
      {needsCode ? (
        <CodeForm onDone={enter} />
      ) : (
        <>
          <ActionForm
            action={signInText.signIn}
            submit={(form) =>
              signIn(textOf(form, 'email'), textOf(form, 'password'), form.get('remember') === 'on')
            }
          >
            <TextField label={signInText.email} name="email" type="email" autoComplete="username" required />
            <TextField
              label={signInText.password}
              name="password"
              type="password"
              autoComplete="current-password"
              required
            />
            <Checkbox label={signInText.remember} name="remember" defaultChecked />
          </ActionForm>
          <Link to="/forgotten-password" className={styles.link}>
            {signInText.forgot}
          </Link>
          <FirstRunOrDemo signIn={signIn} />
        </>
      )}
    </Frame>
  );
}

/** Accepts only URLs of the dashboard, to prevent an open redirect. */
function safeNextUrl(next: string | undefined): string {
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
      <ActionForm action={signInText.verify} submit={verify}>
        <TextField
          key={String(isBackup)}
          label={signInText.code}
          help={isBackup ? signInText.backupHelp : signInText.codeHelp}
          name="code"
          autoComplete="one-time-code"
          inputMode={isBackup ? 'text' : 'numeric'}
          required
        />
        <Checkbox label={signInText.trust} name="trust" />
      </ActionForm>
      <Button variant="quiet" onClick={() => setBackup(!isBackup)}>
        {isBackup ? signInText.useApp : signInText.useBackup}
      </Button>
    </>
  );
}

/** A link to create the first account on a new installation, or the demo users. */
function FirstRunOrDemo({
  signIn,
}: {
  signIn: (email: string, password: string, remember: boolean) => Promise<void>;
}) {
  const { data } = useQuery(firstRunQuery);
  if (data?.isNeeded) {
    return (
      <Link to="/first-run" className={styles.link}>
        {signInText.firstTitle}
      </Link>
    );
  }
  if (!data?.demo) return null;
  return (
    <section className={styles.demo} aria-label={signInText.demoTitle}>
      <p className={styles.quiet}>{signInText.demoTitle}</p>
      {data.demo.map(({ email, name, password, role, workspace }) => (
        <button
          key={email}
          type="button"
          onClick={() => void signIn(email, password, true).catch(showProblem)}
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
