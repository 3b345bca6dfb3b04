import { type ApiOptions, withApi } from './api-client.ts';
import { CommandFailure } from './command-failure.ts';

export interface ReplayOptions extends ApiOptions {
  carrier?: string;
  kind?: string;
  cause?: string;
}

interface Group {
  carrier: string;
  kind: string;
  cause: string;
  count: number;
}

/** Processes messages of the review queue again: those of one carrier, kind or cause, or all of them. */
export async function replayCommand(options: ReplayOptions): Promise<void> {
  await withApi(options, async (api) => {
    // The route's schema is the contract's reviewGroupList.
    const { groups } = (await (await api.get('/v1/review')).json()) as { groups: Group[] };
    const chosen = groups.filter((group) => isChosen(group, options));
    if (chosen.length === 0) throw new CommandFailure('The review queue contains no matching messages.');
    for (const { carrier, kind, cause, count } of chosen) {
      await api.post('/v1/review/replay', { group: { carrier, kind, cause } });
      process.stdout.write(`${count} × ${carrier} ${kind} ${cause}: queued again\n`);
    }
  });
}

function isChosen(group: Group, options: ReplayOptions): boolean {
  return (
    (options.carrier === undefined || options.carrier === group.carrier) &&
    (options.kind === undefined || options.kind === group.kind) &&
    (options.cause === undefined || options.cause === group.cause)
  );
}
