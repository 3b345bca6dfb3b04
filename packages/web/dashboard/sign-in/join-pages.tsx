import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { TextField } from '../../ui/controls/fields.tsx';
import { ErrorState, Skeleton } from '../../ui/feedback/states.tsx';
import { formatMessage } from '../../ui/text/format-message.ts';
import { roleTitles } from '../strings/settings.ts';
import { signInText } from '../strings/sign-in.ts';
import { ActionForm, Frame, secretFromHash, textOf } from './frame.tsx';
import { NewPasswordField } from './password-pages.tsx';

/** Shows the invitation and creates the account. */
export function AcceptInvitationPage() {
  const [token] = useState(() => secretFromHash('token'));
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
  const title = formatMessage(signInText.acceptTitle, { workspace: data?.workspace ?? 'Milepost' });
  const lead =
    data &&
    formatMessage(signInText.acceptLead, { role: roleTitles[data.role].toLowerCase(), email: data.email });
  return (
    <Frame title={title} lead={lead}>
      {token === null && <p role="alert">{signInText.noToken}</p>}
      {error && <ErrorState error={error} />}
      {token !== null && isPending && <Skeleton />}
      {data && (
        <ActionForm action={signInText.accept} submit={accept}>
          <TextField label={signInText.name} name="name" autoComplete="name" required maxLength={100} />
          <NewPasswordField />
        </ActionForm>
      )}
    </Frame>
  );
}

/** Creates the first admin with the code that Milepost printed when it started. */
export function FirstRunPage() {
  const [code] = useState(() => secretFromHash('code'));
  const navigate = useNavigate();
  const create = async (form: FormData): Promise<void> => {
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
    <Frame title={signInText.firstTitle} lead={signInText.firstLead}>
      <ActionForm action={signInText.create} submit={create}>
        <TextField
          label={signInText.firstCode}
          name="code"
          defaultValue={code ?? ''}
          autoComplete="off"
          required
        />
        <TextField label={signInText.name} name="name" autoComplete="name" required maxLength={100} />
        <TextField label={signInText.email} name="email" type="email" autoComplete="username" required />
        <NewPasswordField />
      </ActionForm>
    </Frame>
  );
}
