import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '../../api/call.ts';
import { asProblem } from '../../api/problem-error.ts';
import { invitationsQuery } from '../../api/queries.ts';
import type { Role } from '../../api/views.ts';
import { Button } from '../../ui/controls/button.tsx';
import { TextField } from '../../ui/controls/fields.tsx';
import { showToast } from '../../ui/feedback/toast.ts';
import { Modal } from '../../ui/overlay/modal.tsx';
import { formatMessage } from '../../ui/text/format-message.ts';
import styles from '../page/card.module.css';
import { peopleText, settingsText } from '../strings/settings.ts';
import { RoleSelect } from './role-select.tsx';

/** Invites by e-mail. If no mail server is set up, it shows the link to pass on. */
export function Invite({ onClose }: { onClose: () => void }) {
  const [role, setRole] = useState<Role>('operations');
  const client = useQueryClient();
  const invite = useMutation({
    mutationFn: (email: string) => call('POST /v1/invitations', { body: { email, role } }),
    onSuccess: async ({ email, isMailed }) => {
      await client.invalidateQueries({ queryKey: invitationsQuery.queryKey });
      if (!isMailed) return;
      showToast(formatMessage(peopleText.invited, { email }));
      onClose();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    invite.mutate(String(new FormData(event.currentTarget).get('email')));
  };
  const problem = invite.error ? asProblem(invite.error) : null;
  const link = invite.data?.link ?? null;
  return (
    <Modal title={peopleText.inviteTitle} onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        <TextField
          label={peopleText.email}
          name="email"
          type="email"
          required
          error={problem ? `${problem.detail} ${problem.remedy}` : undefined}
        />
        <RoleSelect label={peopleText.role} value={role} onChange={setRole} />
        {link && (
          <p className={styles.secret}>
            {peopleText.handOver} <code>{link}</code>
          </p>
        )}
        <div className={styles.end}>
          <Button onClick={onClose}>{settingsText.cancel}</Button>
          <Button variant="primary" type="submit" disabled={invite.isPending}>
            {peopleText.invite}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
