import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { TextField } from '../../ui/controls/fields.tsx';
import { signInText } from '../strings/sign-in.ts';
import { ActionForm, Frame, secretFromHash, textOf } from './frame.tsx';
import styles from './sign-in.module.css';

function BackToSignIn() {
  return (
    <Link to="/login" className={styles.link}>
      {signInText.backToSignIn}
    </Link>
  );
}

/** Requests a reset link. The response is the same whether or not the account exists. */
export function ForgottenPasswordPage() {
  const [isSent, setSent] = useState(false);
  const send = async (form: FormData): Promise<void> => {
    await call('POST /auth/request-password-reset', { body: { email: textOf(form, 'email') } });
    setSent(true);
  };
  return (
    <Frame title={signInText.forgotTitle} lead={signInText.forgotLead}>
      {isSent ? (
        <p role="status">{signInText.sent}</p>
      ) : (
        <ActionForm action={signInText.sendLink} submit={send}>
          <TextField label={signInText.email} name="email" type="email" autoComplete="username" required />
        </ActionForm>
      )}
      <BackToSignIn />
    </Frame>
  );
}

/** Sets a new password with the token from the e-mail. */
export function ResetPasswordPage() {
  const [token] = useState(() => secretFromHash('token'));
  const [isSet, setSet] = useState(false);
  const set = async (form: FormData): Promise<void> => {
    await call('POST /auth/reset-password', {
      body: { token: token ?? '', newPassword: textOf(form, 'password') },
    });
    setSet(true);
  };
  return (
    <Frame title={signInText.resetTitle}>
      {token === null && <p role="alert">{signInText.noToken}</p>}
      {isSet && <p role="status">{signInText.isSet}</p>}
      {token !== null && !isSet && (
        <ActionForm action={signInText.setPassword} submit={set}>
          <NewPasswordField />
        </ActionForm>
      )}
      <BackToSignIn />
    </Frame>
  );
}

export function NewPasswordField() {
  return (
    <TextField
      label={signInText.newPassword}
      help={signInText.passwordHelp}
      name="password"
      type="password"
      autoComplete="new-password"
      minLength={10}
      required
    />
  );
}
