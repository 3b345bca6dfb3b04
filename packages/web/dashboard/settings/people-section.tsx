import { useQuery, useQueryClient } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { invitationsQuery, peopleQuery } from '../../api/queries.ts';
import type { InvitationView, MemberView, Role } from '../../api/views.ts';
import { Button } from '../../ui/controls/button.tsx';
import { ErrorState, Skeleton } from '../../ui/feedback/states.tsx';
import { showProblem, showToast } from '../../ui/feedback/toast.ts';
import { formatMessage } from '../../ui/text/format-message.ts';
import { Ago } from '../../ui/time/time-with-zone.tsx';
import { useHasScope, useMe } from '../app/session.tsx';
import styles from '../page/card.module.css';
import { peopleText, roleTitles } from '../strings/settings.ts';
import { Confirm } from './confirm.tsx';
import { Invite } from './invite.tsx';
import { RoleSelect } from './role-select.tsx';

export function PeopleSection() {
  const { data, error, refetch } = useQuery(peopleQuery);
  const mayChange = useHasScope('people:write');
  const [isInviting, setInviting] = useState(false);
  return (
    <div className={styles.stack}>
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!error && !data && <Skeleton rows={6} />}
      <ul className={styles.rows}>
        {data?.people.map((member) => (
          <Member key={member.id} member={member} mayChange={mayChange} />
        ))}
      </ul>
      {mayChange && (
        <div>
          <Button variant="primary" icon={UserPlus} onClick={() => setInviting(true)}>
            {peopleText.invite}
          </Button>
        </div>
      )}
      <Invitations mayChange={mayChange} />
      {isInviting && <Invite onClose={() => setInviting(false)} />}
    </div>
  );
}

function Member({ member, mayChange }: { member: MemberView; mayChange: boolean }) {
  const { person } = useMe();
  const client = useQueryClient();
  const [isRemoving, setRemoving] = useState(false);
  const params = { id: member.id };
  const refresh = () => client.invalidateQueries({ queryKey: peopleQuery.queryKey });
  const change = (role: Role): void => {
    call('PATCH /v1/people/{id}', { params, body: { role } }).then(() => {
      const text = formatMessage(peopleText.roleChanged, {
        name: member.name,
        role: roleTitles[role].toLowerCase(),
      });
      showToast(text, { undo: role === member.role ? undefined : () => change(member.role) });
      return refresh();
    }, showProblem);
  };
  const remove = (): void => {
    call('DELETE /v1/people/{id}', { params }).then(refresh, showProblem);
  };
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <div>
          {member.name} {member.id === person.id && <span className={styles.quiet}>({peopleText.you})</span>}
        </div>
        <div className={styles.quiet}>
          {member.email}
          {member.twoFactorEnabled && ` · ${peopleText.secondFactor}`}
          {member.lastSeenAt && (
            <>
              {' '}
              · {peopleText.seen} <Ago instant={member.lastSeenAt} />
            </>
          )}
        </div>
      </div>
      {mayChange ? (
        <RoleSelect label={`${peopleText.role}: ${member.name}`} value={member.role} onChange={change} />
      ) : (
        roleTitles[member.role]
      )}
      {mayChange && (
        <Button
          variant="quiet"
          aria-label={`${peopleText.remove} ${member.name}`}
          onClick={() => setRemoving(true)}
        >
          {peopleText.remove}
        </Button>
      )}
      {isRemoving && (
        <Confirm
          title={formatMessage(peopleText.removeTitle, { name: member.name })}
          text={peopleText.removeText}
          action={peopleText.remove}
          onConfirm={remove}
          onClose={() => setRemoving(false)}
        />
      )}
    </li>
  );
}

function Invitations({ mayChange }: { mayChange: boolean }) {
  const { data } = useQuery(invitationsQuery);
  if (!data || data.invitations.length === 0) return null;
  return (
    <section className={styles.stack}>
      <h2>{peopleText.open}</h2>
      <ul className={styles.rows}>
        {data.invitations.map((invitation) => (
          <Invitation key={invitation.id} invitation={invitation} mayChange={mayChange} />
        ))}
      </ul>
    </section>
  );
}

function Invitation({ invitation, mayChange }: { invitation: InvitationView; mayChange: boolean }) {
  const client = useQueryClient();
  const { id, email, role, expiresAt } = invitation;
  const refresh = () => client.invalidateQueries({ queryKey: invitationsQuery.queryKey });
  const invite = (): void => {
    call('POST /v1/invitations', { body: { email, role } }).then(refresh, showProblem);
  };
  const withdraw = (): void => {
    call('DELETE /v1/invitations/{id}', { params: { id } }).then(() => {
      showToast(peopleText.withdrawn, { undo: invite });
      return refresh();
    }, showProblem);
  };
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <div>{email}</div>
        <div className={styles.quiet}>
          {roleTitles[role]} · {peopleText.expires} <Ago instant={expiresAt} />
        </div>
      </div>
      {mayChange && (
        <Button variant="quiet" onClick={withdraw}>
          {peopleText.withdraw}
        </Button>
      )}
    </li>
  );
}
