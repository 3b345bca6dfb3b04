import { type ApiClient, type ApiOptions, withApi } from './api-client.ts';
import { CommandFailure } from './command-failure.ts';

export interface PeopleOptions extends ApiOptions {
  email: string;
  role: string;
  workspace?: string;
}

interface Workspace {
  id: string;
  slug: string;
}

/** Invites somebody and prints the link with which they choose their name and password. It is mailed too where mail is set up. */
export async function peopleCommand(_action: string, options: PeopleOptions): Promise<void> {
  await withApi(options, async (api) => {
    const headers = await workspaceHeader(api, options.workspace);
    const answer = await api.post('/v1/invitations', { email: options.email, role: options.role }, headers);
    // The route's schema is the contract's newInvitation.
    const { email, role, expiresAt, link, isMailed } = (await answer.json()) as {
      email: string;
      role: string;
      expiresAt: string;
      link: string | null;
      isMailed: boolean;
    };
    const lines = [
      `${email} is invited as ${role}, until ${expiresAt.slice(0, 10)}.`,
      ...(isMailed ? ['The link is on its way by mail.'] : []),
      ...(link === null ? [] : [`Link to accept: ${link}`]),
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
  });
}

/** Without a name, the workspace of the key is meant. */
async function workspaceHeader(
  api: ApiClient,
  slug: string | undefined,
): Promise<Readonly<Record<string, string>>> {
  if (slug === undefined) return {};
  // The route's schema is the contract's workspaceList.
  const { workspaces } = (await (await api.get('/v1/workspaces')).json()) as { workspaces: Workspace[] };
  const found = workspaces.find((workspace) => workspace.slug === slug);
  if (found) return { 'x-milepost-workspace': found.id };
  const known = workspaces.map((workspace) => workspace.slug).join(', ');
  throw new CommandFailure(`There is no workspace ${slug}. This key sees: ${known}.`);
}
