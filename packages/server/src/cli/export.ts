import { Writable } from 'node:stream';
import { type ApiOptions, withApi } from './api-client.ts';

/** Writes the recorded events as NDJSON to standard output. Pass the last `cursor` as --after to continue. */
export async function exportCommand(
  options: ApiOptions & { after?: string; from?: string; to?: string; limit?: string },
): Promise<void> {
  const { after, from, to, limit } = options;
  await withApi(options, async (api) => {
    const answer = await api.get('/v1/events', { after, from, to, limit });
    await answer.body?.pipeTo(Writable.toWeb(process.stdout), { preventClose: true });
  });
}
