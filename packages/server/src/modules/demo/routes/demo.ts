import { type DemoFaultName, type DemoState, demoFaultNames } from '@milepost/contract';
import { iso } from '../../../platform/http/present-times.ts';
import { notFound, Refusal } from '../../../platform/http/refusal.ts';
import { answer, type Served, serve } from '../../../platform/http/serve.ts';
import type { HookAccounts } from '../../ingestion/hook-accounts.ts';
import { listWorkspaces } from '../../people/store/workspaces.ts';
import { demoFaultTexts } from '../demo-fault-texts.ts';
import { removeDemos } from '../store/demo-accounts.ts';

export function serveDemo(served: Served, hooks: HookAccounts): void {
  const { deps, authenticator } = served;
  const { database, demo } = deps;
  const demandDemo = async (workspaceId: string): Promise<void> => {
    const [workspace] = await listWorkspaces(database, workspaceId);
    if (!workspace?.isDemo) throw notFound('demo');
  };

  serve(served, 'readDemo', async ({ holder }) => {
    await demandDemo(holder.workspaceId);
    return answer(200, stateOf(demo.standing(holder.workspaceId)));
  });

  serve(served, 'switchDemoFault', async ({ body, holder }) => {
    await demandDemo(holder.workspaceId);
    if (!(await demo.setFault(holder.workspaceId, body.name, body.isOn))) {
      throw new Refusal('demo_stopped', 'The simulated carriers of this workspace do not run.');
    }
    return answer(200, stateOf(demo.standing(holder.workspaceId)));
  });

  serve(served, 'removeDemo', async ({ holder }) => {
    await demandDemo(holder.workspaceId);
    await demo.dismiss();
    await removeDemos(database);
    const next = await demo.afterRemoval();
    authenticator.forget();
    hooks.forget();
    return answer(200, { next });
  });
}

function stateOf(standing: ReturnType<Served['deps']['demo']['standing']>): DemoState {
  const { now, speed, phase, done, total } = standing;
  const fault = (name: DemoFaultName) => ({ name, ...demoFaultTexts[name], isOn: standing.isOn(name) });
  return {
    isDemo: true,
    clock: { now: iso(now), speed },
    progress: { phase, done, total },
    faults: demoFaultNames.map(fault),
  };
}
