import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { TextField } from '../../ui/controls/fields.tsx';
import { entranceText } from '../strings/entrance.ts';
import styles from './entrance.module.css';
import { EntranceForm, Frame, secretOfAddress, textOf } from './frame.tsx';

function BackToSignIn() {
  return (
    <Link to="/login" className={styles.link}>
      {entranceText.backToSignIn}
    </Link>
  );
}

/** Asks for a link. The answer is the same whether there is such an account or not. */
export function ForgottenPasswordPage() {
  const [isSent, setSent] = useState(false);
  const send = async (form: FormData): Promise<void> => {
    await call('POST /auth/request-password-reset', { body: { email: textOf(form, 'email') } });
    setSent(true);
  };
  return (
    <Frame title={entranceText.forgotTitle} lead={entranceText.forgotLead}>
      {isSent ? (
        <p role="status">{entranceText.sent}</p>
      ) : (
        <EntranceForm action={entranceText.sendLink} submit={send}>
          <TextField label={entranceText.email} name="email" type="email" autoComplete="username" required />
        </EntranceForm>
      )}
      <BackToSignIn />
    </Frame>
  );
}

/** Sets a new password with the link that was mailed. */
export function ResetPasswordPage() {
  const [token] = useState(() => secretOfAddress('token'));
  const [isSet, setSet] = useState(false);
  const set = async (form: FormData): Promise<void> => {
    await call('POST /auth/reset-password', {
      body: { token: token ?? '', newPassword: textOf(form, 'password') },
    });
    setSet(true);
  };
  return (
    <Frame title={entranceText.resetTitle}>
      {token === null && <p role="alert">{entranceText.noToken}</p>}
      {isSet && <p role="status">{entranceText.isSet}</p>}
      {token !== null && !isSet && (
        <EntranceForm action={entranceText.setPassword} submit={set}>
          <NewPasswordField />
        </EntranceForm>
      )}
      <BackToSignIn />
    </Frame>
  );
}

export function NewPasswordField() {
  return (
    <TextField
      label={entranceText.newPassword}
      help={entranceText.passwordHelp}
      name="password"
      type="password"
      autoComplete="new-password"
      minLength={10}
      required
    />
  );
}
