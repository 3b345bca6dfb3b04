import type { Carrier } from '@milepost/connectors';
import { type ShipmentBatchRow, shipmentGiven } from '@milepost/contract';
import type { Queries } from '../../../platform/database/database.ts';
import { fieldErrors } from '../../../platform/http/read-input.ts';
import { Refusal } from '../../../platform/http/refusal.ts';
import { type Api, answer, serve } from '../../../platform/http/serve.ts';
import { type CarrierChoice, listAccounts } from '../../carriers/index.ts';
import { findShipment } from '../find-shipment.ts';
import { presentShipment } from '../present/shipment.ts';
import type { RegisterInput, RegisterResult } from '../registration/register.ts';
import { refusalOf, registerInputOf } from '../registration/registration-input.ts';

export interface ShipmentRoutesDependencies {
  database: Queries;
  carriers: ReadonlyMap<string, Carrier>;
  register(workspaceId: string, inputs: readonly RegisterInput[]): Promise<RegisterResult[]>;
}

export function serveShipments(api: Api, deps: ShipmentRoutesDependencies): void {
  serve(api, 'createShipment', async ({ body, holder }) => {
    const { workspaceId } = holder;
    const input = registerInputOf(body, '', await choiceOf(deps, workspaceId));
    const [result] = await deps.register(workspaceId, [input]);
    if (!result) throw new Error('One input gives one result.');
    if (result.kind === 'refused') throw refusalOf(result, '');
    const shipment = presentShipment(await findShipment(deps, workspaceId, result.shipmentId));
    return answer(result.kind === 'created' ? 201 : 200, shipment);
  });

  serve(api, 'createShipments', async ({ body, holder }) => {
    const results = await registerRows(deps, holder.workspaceId, body.shipments);
    const count = (status: number): number => results.filter((row) => row.status === status).length;
    const [created, existing] = [count(201), count(200)];
    const refused = results.length - created - existing;
    return answer(200, { created, existing, refused, results });
  });

  serve(api, 'readShipment', async ({ params, holder }) => {
    return answer(200, presentShipment(await findShipment(deps, holder.workspaceId, params.id)));
  });
}

async function choiceOf(
  { database, carriers }: ShipmentRoutesDependencies,
  workspaceId: string,
): Promise<CarrierChoice> {
  const accounts = await listAccounts(database, workspaceId, 'carrier');
  return { carriers, withAccount: new Set(accounts.map((account) => account.connector)) };
}

/** Valid rows are registered together; an invalid row costs only itself. */
async function registerRows(
  deps: ShipmentRoutesDependencies,
  workspaceId: string,
  rows: readonly unknown[],
): Promise<ShipmentBatchRow[]> {
  const choice = await choiceOf(deps, workspaceId);
  const read = rows.map((row, index) => readRow(row, index, choice));
  const good = read.flatMap((row) => (row instanceof Refusal ? [] : [row]));
  const registered = (good.length > 0 ? await deps.register(workspaceId, good) : []).values();
  return read.map((row, index) => {
    if (row instanceof Refusal) return refusedRow(row, index);
    const result = registered.next().value;
    if (!result) throw new Error('Each input gives one result.');
    return presentRow(result, index);
  });
}

function readRow(row: unknown, index: number, choice: CarrierChoice): RegisterInput | Refusal {
  const pointer = `/shipments/${index}`;
  const parsed = shipmentGiven.safeParse(row);
  if (!parsed.success) {
    const errors = fieldErrors(parsed.error, 'body', pointer);
    const [first] = errors;
    return new Refusal('invalid_request', `${first?.pointer}: ${first?.detail}`, { errors });
  }
  try {
    return registerInputOf(parsed.data, pointer, choice);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

function presentRow(result: RegisterResult, index: number): ShipmentBatchRow {
  if (result.kind === 'refused') return refusedRow(refusalOf(result, `/shipments/${index}`), index);
  const { shipmentId, trackingId } = result;
  return { index, status: result.kind === 'created' ? 201 : 200, id: shipmentId, trackingId };
}

function refusedRow({ problem }: Refusal, index: number): ShipmentBatchRow {
  return { index, status: problem.status, problem };
}
