import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { KeyRound, Plus } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { call } from '../../api/call.ts';
import { keysQuery } from '../../api/queries.ts';
import type { ApiKeyView } from '../../api/views.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Checkbox, TextField } from '../../ui/controls/fields.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../ui/feedback/states.tsx';
import { showProblem, showToast } from '../../ui/feedback/toast.ts';
import { Modal } from '../../ui/overlay/modal.tsx';
import { formatMessage } from '../../ui/text/format-message.ts';
import { Ago } from '../../ui/time/time-with-zone.tsx';
import { useMe } from '../app/session.tsx';
import styles from '../page/card.module.css';
import { keysText, scopeText, settingsText } from '../strings/settings.ts';
import { Confirm } from './confirm.tsx';

export function KeysSection() {
  const { data, error, refetch } = useQuery(keysQuery);
  const [isCreating, setCreating] = useState(false);
  return (
    <div className={styles.stack}>
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!error && !data && <Skeleton />}
      {data?.keys.length === 0 && <EmptyState icon={KeyRound} title={keysText.none} />}
      <ul className={styles.rows}>
        {data?.keys.map((key) => (
          <Key key={key.id} apiKey={key} />
        ))}
      </ul>
      <div>
        <Button variant="primary" icon={Plus} onClick={() => setCreating(true)}>
          {keysText.create}
        </Button>
      </div>
      {isCreating && <CreateKey onClose={() => setCreating(false)} />}
    </div>
  );
}

function Key({ apiKey: { id, name, hint, scopes, lastUsedAt } }: { apiKey: ApiKeyView }) {
  const client = useQueryClient();
  const [isRevoking, setRevoking] = useState(false);
  const revoke = (): void => {
    call('DELETE /v1/keys/{id}', { params: { id } }).then(
      () => client.invalidateQueries({ queryKey: keysQuery.queryKey }),
      showProblem,
    );
  };
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <div>
          {name} <code>…{hint}</code>
        </div>
        <div className={styles.quiet}>{scopes.join(', ')}</div>
      </div>
      <span className={styles.quiet}>
        {lastUsedAt ? (
          <>
            {keysText.used} <Ago instant={lastUsedAt} />
          </>
        ) : (
          keysText.neverUsed
        )}
      </span>
      <Button variant="quiet" aria-label={`${keysText.revoke} ${name}`} onClick={() => setRevoking(true)}>
        {keysText.revoke}
      </Button>
      {isRevoking && (
        <Confirm
          title={formatMessage(keysText.revokeTitle, { name })}
          text={keysText.revokeText}
          action={keysText.revoke}
          onConfirm={revoke}
          onClose={() => setRevoking(false)}
        />
      )}
    </li>
  );
}

function CreateKey({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  // The server grants a key only scopes that its creator has.
  const grantableScopes = useMe().current?.scopes ?? [];
  const create = useMutation({
    mutationFn: (form: FormData) =>
      call('POST /v1/keys', {
        body: {
          name: String(form.get('name')),
          scopes: grantableScopes.filter((scope) => form.get(scope) === 'on'),
        },
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: keysQuery.queryKey }),
    onError: showProblem,
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    create.mutate(new FormData(event.currentTarget));
  };
  return (
    <Modal title={keysText.create} onClose={onClose}>
      {create.data ? (
        <Secret secret={create.data.secret} onClose={onClose} />
      ) : (
        <form className={styles.form} onSubmit={submit}>
          <TextField label={keysText.name} name="name" required maxLength={100} />
          <fieldset className={styles.scopes}>
            <legend>{keysText.scopes}</legend>
            {grantableScopes.map((scope) => (
              <Checkbox
                key={scope}
                label={scopeText[scope]}
                help={scope}
                name={scope}
                defaultChecked={scope.endsWith(':read')}
              />
            ))}
          </fieldset>
          <div className={styles.end}>
            <Button onClick={onClose}>{settingsText.cancel}</Button>
            <Button variant="primary" type="submit" disabled={create.isPending}>
              {keysText.create}
            </Button>
          </div>
        </form>
      )}
    </Modal>
  );
}

function Secret({ secret, onClose }: { secret: string; onClose: () => void }) {
  const copy = (): void => {
    navigator.clipboard.writeText(secret).then(() => showToast(keysText.copied), showProblem);
  };
  return (
    <>
      <p className={styles.secret}>
        {keysText.shown} <code>{secret}</code>
      </p>
      <div className={styles.end}>
        <Button onClick={copy}>{keysText.copy}</Button>
        <Button variant="primary" onClick={onClose}>
          {keysText.done}
        </Button>
      </div>
    </>
  );
}
