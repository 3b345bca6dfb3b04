import { type ShipmentBatchRow, shipmentGiven } from '@milepost/contract';
import { readTrackingId } from '@milepost/domain';
import type { HttpDependencies } from '../../../compose/dependencies.ts';
import { fieldErrors } from '../../../platform/http/read-input.ts';
import { notFound, Refusal } from '../../../platform/http/refusal.ts';
import { answer, type Served, serve } from '../../../platform/http/serve.ts';
import type { CarrierChoice } from '../../carriers/choose-carrier.ts';
import { listCarrierAccounts } from '../../carriers/store/carrier-accounts.ts';
import { presentShipment } from '../present/shipment.ts';
import type { RegisterInput, RegisterResult } from '../registration/register.ts';
import { refusalOf, registerInputOf } from '../registration/registration-input.ts';
import { type ShipmentRecord, shipmentByTrackingId, shipmentsById } from '../store/shipment-read.ts';

export function serveShipments(served: Served): void {
  const { deps } = served;

  serve(served, 'createShipment', async ({ body, holder }) => {
    const { workspaceId } = holder;
    const input = registerInputOf(body, '', await choiceOf(deps, workspaceId));
    const [result] = await deps.register(workspaceId, [input]);
    if (!result) throw new Error('One input gives one result.');
    if (result.kind === 'refused') throw refusalOf(result, '');
    const shipment = presentShipment(await findShipment(deps, workspaceId, result.shipmentId));
    return answer(result.kind === 'created' ? 201 : 200, shipment);
  });

  serve(served, 'createShipments', async ({ body, holder }) => {
    const results = await registerRows(deps, holder.workspaceId, body.shipments);
    const count = (status: number): number => results.filter((row) => row.status === status).length;
    const [created, existing] = [count(201), count(200)];
    const refused = results.length - created - existing;
    return answer(200, { created, existing, refused, results });
  });

  serve(served, 'readShipment', async ({ params, holder }) => {
    return answer(200, presentShipment(await findShipment(deps, holder.workspaceId, params.id)));
  });
}

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** By our id or tracking id; throws the refusal when the workspace has no such shipment. */
export async function findShipment(
  { database }: HttpDependencies,
  workspaceId: string,
  idOrTrackingId: string,
): Promise<ShipmentRecord> {
  const trackingId = readTrackingId(idOrTrackingId);
  if (trackingId !== null) {
    const shipment = await shipmentByTrackingId(database, workspaceId, trackingId);
    if (shipment) return shipment;
  } else if (uuid.test(idOrTrackingId)) {
    const [shipment] = await shipmentsById(database, workspaceId, [idOrTrackingId]);
    if (shipment) return shipment;
  }
  throw notFound('shipment');
}

async function choiceOf(
  { database, carriers }: HttpDependencies,
  workspaceId: string,
): Promise<CarrierChoice> {
  const accounts = await listCarrierAccounts(database, workspaceId);
  return { carriers, withAccount: new Set(accounts.map((account) => account.carrier)) };
}

/** Good rows go to the pipeline together; a bad one costs only itself. */
async function registerRows(
  deps: HttpDependencies,
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
