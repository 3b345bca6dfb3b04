import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { call } from '../../api/call.ts';
import type { AnswerOf } from '../../api/operation.ts';
import { meQuery } from '../../api/queries.ts';
import { TextField } from '../../ui/controls/fields.tsx';
import { showToast } from '../../ui/feedback/toast.ts';
import { useMe } from '../app/session.tsx';
import styles from '../page/card.module.css';
import { ActionForm, textOf } from '../sign-in/frame.tsx';
import { accountText } from '../strings/settings.ts';

// Loaded on demand: each user needs it once.
const QrCode = lazy(() =>
  import('../../ui/drawing/qr-code.tsx').then((module) => ({ default: module.QrCode })),
);

/** Settings of the user, the same in all workspaces. */
export function AccountSection() {
  return (
    <div className={styles.pair}>
      <ChangePassword />
      <SecondFactor />
    </div>
  );
}

function ChangePassword() {
  const [round, setRound] = useState(0);
  const change = async (form: FormData): Promise<void> => {
    const body = { currentPassword: textOf(form, 'current'), newPassword: textOf(form, 'next') };
    await call('POST /auth/change-password', { body });
    showToast(accountText.changed);
    setRound(round + 1);
  };
  return (
    <section className={styles.card}>
      <h2>{accountText.password}</h2>
      <ActionForm key={round} action={accountText.change} submit={change}>
        <TextField
          label={accountText.current}
          name="current"
          type="password"
          autoComplete="current-password"
          required
        />
        <TextField
          label={accountText.next}
          help={accountText.nextHelp}
          name="next"
          type="password"
          autoComplete="new-password"
          minLength={10}
          required
        />
      </ActionForm>
    </section>
  );
}

function SecondFactor() {
  const { person } = useMe();
  return (
    <section className={styles.card}>
      <h2>{accountText.secondFactor}</h2>
      <p className={styles.quiet}>{person.twoFactorEnabled ? accountText.isOn : accountText.isOff}</p>
      {person.twoFactorEnabled ? <TurnOff /> : <TurnOn />}
    </section>
  );
}

function PasswordField() {
  return (
    <TextField
      label={accountText.current}
      name="password"
      type="password"
      autoComplete="current-password"
      required
    />
  );
}

function TurnOff() {
  const refresh = useRefreshMe();
  const turnOff = async (form: FormData): Promise<void> => {
    await call('POST /auth/two-factor/disable', { body: { password: textOf(form, 'password') } });
    await refresh(accountText.off);
  };
  return (
    <ActionForm action={accountText.turnOff} submit={turnOff}>
      <PasswordField />
    </ActionForm>
  );
}

/** Asks for the password, shows the secret and the backup codes, and activates with the first code. */
function TurnOn() {
  const refresh = useRefreshMe();
  const [setUp, setSetUp] = useState<AnswerOf<'POST /auth/two-factor/enable'> | null>(null);
  const enable = async (form: FormData): Promise<void> => {
    setSetUp(await call('POST /auth/two-factor/enable', { body: { password: textOf(form, 'password') } }));
  };
  const confirm = async (form: FormData): Promise<void> => {
    await call('POST /auth/two-factor/verify-totp', { body: { code: textOf(form, 'code') } });
    await refresh(accountText.on);
  };
  if (setUp === null) {
    return (
      <ActionForm key="password" action={accountText.turnOn} submit={enable}>
        <PasswordField />
      </ActionForm>
    );
  }
  return (
    <>
      <p>{accountText.secret}</p>
      <div className={styles.factor}>
        <div className={styles.scan}>
          <Suspense>
            <QrCode text={setUp.totpURI} label={accountText.scan} />
          </Suspense>
        </div>
        <p className={styles.secret}>
          {accountText.typed}
          <code>{groupedSecret(setUp.totpURI)}</code>
          <a href={setUp.totpURI}>{accountText.openApp}</a>
        </p>
      </div>
      <p>{accountText.codes}</p>
      <ul className={styles.codes}>
        {setUp.backupCodes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <ActionForm key="code" action={accountText.confirm} submit={confirm}>
        <TextField
          label={accountText.code}
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          required
        />
      </ActionForm>
    </>
  );
}

/** The secret in groups of four, easier to type. Authenticator apps ignore the spaces. */
function groupedSecret(address: string): string {
  const secret = new URL(address).searchParams.get('secret') ?? '';
  return secret.match(/.{1,4}/g)?.join(' ') ?? '';
}

function useRefreshMe(): (text: string) => Promise<void> {
  const client = useQueryClient();
  return async (text) => {
    await client.invalidateQueries({ queryKey: meQuery.queryKey });
    showToast(text);
  };
}
