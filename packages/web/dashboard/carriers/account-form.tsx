import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { call } from '../../api/call.ts';
import { asProblem } from '../../api/problem-error.ts';
import { accountsQuery, feedsQuery } from '../../api/queries.ts';
import type { AccountView, CarrierView } from '../../api/views.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Checkbox, TextField } from '../../ui/controls/fields.tsx';
import { showProblem } from '../../ui/feedback/toast.ts';
import styles from '../page/card.module.css';
import { carriersText } from '../strings/carriers.ts';

interface AccountFormProps {
  carrier: CarrierView;
  onBack: () => void;
  onAdded: (account: AccountView) => void;
}

/** Form for the settings that the carrier's connector declares. */
export function AccountForm({ carrier, onBack, onAdded }: AccountFormProps) {
  const client = useQueryClient();
  const add = useMutation({
    mutationFn: (form: FormData) => call('POST /v1/carrier-accounts', { body: accountOf(carrier, form) }),
    onSuccess: (account) => {
      onAdded(account);
      void client.invalidateQueries({ queryKey: feedsQuery.queryKey });
      void client.invalidateQueries({ queryKey: accountsQuery.queryKey });
    },
    onError: showProblem,
  });
  const fields = add.error ? asProblem(add.error).fields : null;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    add.mutate(new FormData(event.currentTarget));
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextField
        label={carriersText.name}
        name="name"
        required
        maxLength={100}
        defaultValue={carrier.title}
      />
      {carrier.settings.map((setting) => (
        <TextField
          key={setting.name}
          label={setting.name}
          name={`setting ${setting.name}`}
          required={setting.required}
          type={setting.secret ? 'password' : 'text'}
          autoComplete="off"
          help={setting.description ?? undefined}
          placeholder={setting.default ?? ''}
          error={fields?.get(`/settings/${setting.name}`)}
        />
      ))}
      {carrier.kinds.includes('poll') && <Checkbox label={carriersText.poll} name="poll" defaultChecked />}
      <Checkbox label={carriersText.adopt} name="adopt" />
      <div className={styles.end}>
        <Button onClick={onBack}>{carriersText.back}</Button>
        <Button variant="primary" type="submit" disabled={add.isPending}>
          {carriersText.add}
        </Button>
      </div>
    </form>
  );
}

function accountOf(carrier: CarrierView, form: FormData) {
  const settings = carrier.settings.flatMap(({ name }) => {
    const value = form.get(`setting ${name}`);
    return typeof value === 'string' && value !== '' ? [[name, value]] : [];
  });
  return {
    carrier: carrier.name,
    name: String(form.get('name')),
    settings: Object.fromEntries(settings),
    pollEnabled: form.get('poll') === 'on',
    adoptsUnknown: form.get('adopt') === 'on',
  };
}
