import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { TextField } from '../../ui/controls/fields.tsx';
import { ErrorState, Skeleton } from '../../ui/feedback/states.tsx';
import { formatMessage } from '../../ui/text/format-message.ts';
import { entranceText } from '../strings/entrance.ts';
import { roleTitles } from '../strings/rooms.ts';
import { EntranceForm, Frame, secretOfAddress, textOf } from './frame.tsx';
import { NewPasswordField } from './password-pages.tsx';

/** Says what one is invited to, and makes the account. */
export function AcceptInvitationPage() {
  const [token] = useState(() => secretOfAddress('token'));
  const { data, error, isPending } = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => call('POST /v1/invitations/show', { body: { token: token ?? '' } }),
    enabled: token !== null,
    retry: false,
  });
  const navigate = useNavigate();
  const accept = async (form: FormData): Promise<void> => {
    const body = { token: token ?? '', name: textOf(form, 'name'), password: textOf(form, 'password') };
    await call('POST /v1/invitations/accept', { body });
    await navigate({ to: '/login' });
  };
  const title = formatMessage(entranceText.acceptTitle, { workspace: data?.workspace ?? 'Milepost' });
  const lead =
    data &&
    formatMessage(entranceText.acceptLead, { role: roleTitles[data.role].toLowerCase(), email: data.email });
  return (
    <Frame title={title} lead={lead}>
      {token === null && <p role="alert">{entranceText.noToken}</p>}
      {error && <ErrorState error={error} />}
      {token !== null && isPending && <Skeleton />}
      {data && (
        <EntranceForm action={entranceText.accept} submit={accept}>
          <TextField label={entranceText.name} name="name" autoComplete="name" required maxLength={100} />
          <NewPasswordField />
        </EntranceForm>
      )}
    </Frame>
  );
}

/** Makes the first admin, with the code that the command which started Milepost has printed. */
export function FirstRunPage() {
  const [code] = useState(() => secretOfAddress('code'));
  const navigate = useNavigate();
  const make = async (form: FormData): Promise<void> => {
    const body = {
      code: textOf(form, 'code'),
      email: textOf(form, 'email'),
      name: textOf(form, 'name'),
      password: textOf(form, 'password'),
    };
    await call('POST /v1/first-run', { body });
    await navigate({ to: '/login' });
  };
  return (
    <Frame title={entranceText.firstTitle} lead={entranceText.firstLead}>
      <EntranceForm action={entranceText.make} submit={make}>
        <TextField
          label={entranceText.firstCode}
          name="code"
          defaultValue={code ?? ''}
          autoComplete="off"
          required
        />
        <TextField label={entranceText.name} name="name" autoComplete="name" required maxLength={100} />
        <TextField label={entranceText.email} name="email" type="email" autoComplete="username" required />
        <NewPasswordField />
      </EntranceForm>
    </Frame>
  );
}
