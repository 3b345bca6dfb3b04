import { type ApiClient, type ApiOptions, withApi } from './api-client.ts';
import { CommandFailure } from './command-failure.ts';

export interface PeopleCommandOptions extends ApiOptions {
  email: string;
  role: string;
  workspace?: string;
}

interface Workspace {
  id: string;
  slug: string;
}

/**
 * Invites a person and prints the link at which they choose their name and password. The link is mailed too
 * if mail is configured.
 */
export async function peopleCommand(_action: string, options: PeopleCommandOptions): Promise<void> {
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
      `${email} was invited as ${role}. The invitation expires on ${expiresAt.slice(0, 10)}.`,
      ...(isMailed ? ['The link was sent by mail.'] : []),
      ...(link === null ? [] : [`Link to accept: ${link}`]),
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
  });
}

/** Without a slug, the workspace of the key is used. */
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
  throw new CommandFailure(`There is no workspace ${slug}. Workspaces of this key: ${known}.`);
}
