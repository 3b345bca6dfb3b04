import { type DemoFaultName, type DemoState, demoFaultNames } from '@milepost/contract';
import type { Database } from '../../../platform/database/database.ts';
import { iso } from '../../../platform/http/present-times.ts';
import { notFound, Refusal } from '../../../platform/http/refusal.ts';
import { type Api, answer, serve } from '../../../platform/http/serve.ts';
import { listWorkspaces } from '../../people/index.ts';
import { demoFaultTexts } from '../demo-fault-texts.ts';
import type { DemoService } from '../demo-service.ts';
import { removeDemos } from '../store/demo-accounts.ts';

export interface DemoRoutesDependencies {
  database: Database;
  demo: DemoService;
  /** Called after the accounts of the demo were removed. */
  onAccountRemoved(): void;
}

export function serveDemo(api: Api, deps: DemoRoutesDependencies): void {
  const { admission } = api;
  const { database, demo } = deps;
  const requireDemo = async (workspaceId: string): Promise<void> => {
    const [workspace] = await listWorkspaces(database, workspaceId);
    if (!workspace?.isDemo) throw notFound('demo');
  };

  serve(api, 'readDemo', async ({ holder }) => {
    await requireDemo(holder.workspaceId);
    return answer(200, stateOf(demo.status(holder.workspaceId)));
  });

  serve(api, 'switchDemoFault', async ({ body, holder }) => {
    await requireDemo(holder.workspaceId);
    if (!(await demo.setFault(holder.workspaceId, body.name, body.isOn))) {
      throw new Refusal('demo_stopped', 'The simulated carriers of this workspace are not running.');
    }
    return answer(200, stateOf(demo.status(holder.workspaceId)));
  });

  serve(api, 'removeDemo', async ({ holder }) => {
    await requireDemo(holder.workspaceId);
    await demo.removeAll();
    await removeDemos(database);
    const next = await demo.afterRemoval();
    admission.forget();
    deps.onAccountRemoved();
    return answer(200, { next });
  });
}

function stateOf(status: ReturnType<DemoService['status']>): DemoState {
  const { now, speed, phase, done, total } = status;
  const fault = (name: DemoFaultName) => ({ name, ...demoFaultTexts[name], isOn: status.isOn(name) });
  return {
    isDemo: true,
    clock: { now: iso(now), speed },
    progress: { phase, done, total },
    faults: demoFaultNames.map(fault),
  };
}
