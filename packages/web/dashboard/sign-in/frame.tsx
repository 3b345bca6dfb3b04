import { type FormEvent, type ReactNode, useState } from 'react';
import { asProblem } from '../../api/problem-error.ts';
import { Button } from '../../ui/controls/button.tsx';
import mark from '../milepost.svg';
import styles from './sign-in.module.css';

/** Layout of the pages without a session, each with one task. */
export function Frame({
  title,
  lead,
  children,
}: {
  title: string;
  lead?: string | undefined;
  children: ReactNode;
}) {
  return (
    <main className={styles.page}>
      <title>{`${title} · Milepost`}</title>
      <div className={styles.card}>
        <img src={mark} width={36} height={36} alt="Milepost" />
        <div>
          <h1>{title}</h1>
          {lead && <p className={styles.quiet}>{lead}</p>}
        </div>
        {children}
      </div>
    </main>
  );
}

interface FormProps {
  action: string;
  submit: (form: FormData) => Promise<void>;
  children: ReactNode;
}

/** A form that shows a problem above its submit button and keeps the input. */
export function ActionForm({ action, submit, children }: FormProps) {
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    await submit(new FormData(event.currentTarget)).catch(setError);
    setBusy(false);
  };
  const problem = error === null ? null : asProblem(error);
  return (
    <form className={styles.form} onSubmit={(event) => void send(event)}>
      {children}
      {problem && (
        <p className={styles.problem} role="alert">
          {problem.detail} {problem.remedy}
        </p>
      )}
      <Button variant="primary" type="submit" disabled={isBusy}>
        {action}
      </Button>
    </form>
  );
}

/** Value of a text field. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** A secret from the URL fragment, which browsers do not send to the server. */
export function secretFromHash(name: 'token' | 'code'): string | null {
  return new URLSearchParams(window.location.hash.slice(1)).get(name);
}
