import { isUtf8 } from 'node:buffer';
import type { RawMessageBody } from '@milepost/contract';
import {
  drivingConfidenceMin,
  type EventFact,
  evidences,
  mappingFactor,
  subStatuses,
} from '@milepost/domain';
import type { Queries } from '../../../platform/database/database.ts';
import { iso } from '../../../platform/http/present-times.ts';
import { notFound } from '../../../platform/http/refusal.ts';
import { type Api, answer, serve } from '../../../platform/http/serve.ts';
import { findShipment } from '../find-shipment.ts';
import { eventFields } from '../present/event.ts';
import {
  accountName,
  factsOfMessage,
  type KeptMessage,
  keptMessage,
  type ReadFact,
} from '../store/raw-message-read.ts';

const bodyBytesMax = 256 * 1024;

export interface RawMessageRoutesDependencies {
  database: Queries;
}

export function serveRawMessage(api: Api, deps: RawMessageRoutesDependencies): void {
  const { database } = deps;

  serve(api, 'readRawMessage', async ({ params, holder }) => {
    const { workspaceId } = holder;
    const shipment = await findShipment(deps, workspaceId, params.id);
    const facts = await factsOfMessage(database, workspaceId, shipment.id, params.messageId);
    const [first] = facts;
    if (!first) throw notFound('message about this shipment');
    const { carrier, accountId, receivedAt } = first;
    const place = { id: params.messageId, receivedAt };
    const kept = await keptMessage(database, workspaceId, place, bodyBytesMax);
    return answer(200, {
      id: params.messageId,
      carrier,
      accountId,
      accountName: await accountName(database, workspaceId, accountId),
      receivedAt: iso(receivedAt),
      ...presentKept(kept),
      readings: facts.flatMap((row) => (row.fact === null ? [] : [presentReading(row, row.fact)])),
    });
  });
}

function presentKept(kept: KeptMessage | null) {
  if (kept === null) {
    const nothing = {
      kind: null,
      contentType: null,
      headers: {},
      askedFor: null,
      body: null,
      bodyBytes: null,
    };
    return { isKept: false, ...nothing, bodyEncoding: 'text' as const };
  }
  const { body, ...rest } = kept;
  return { isKept: true, ...rest, ...bodyText(Buffer.from(body)) };
}

/** The cut may have split the last character; that alone does not make it binary. */
function bodyText(body: Buffer): Pick<RawMessageBody, 'body' | 'bodyEncoding'> {
  for (let cut = 0; cut <= Math.min(3, body.length); cut++) {
    const part = body.subarray(0, body.length - cut);
    if (isUtf8(part)) return { body: part.toString('utf8'), bodyEncoding: 'text' };
    if (body.length < bodyBytesMax) break;
  }
  return { body: body.toString('base64'), bodyEncoding: 'base64' };
}

function presentReading({ parcel, isCorrection, recordedAt }: ReadFact, fact: EventFact) {
  const { occurredAt, localTime, zone, zoneSource, precision, ...fields } = eventFields(fact);
  return {
    occurredAt,
    localTime,
    zone,
    zoneSource,
    precision,
    parcel,
    code: fields.code,
    subCode: fields.subCode,
    text: fields.text,
    milestone: fields.milestone,
    subStatus: fields.subStatus,
    meaning: subStatuses[fact.subStatus].meaning,
    evidence:
      evidences.find((evidence) => mappingFactor(evidence) === fact.confidence.factors.mapping) ?? null,
    confidence: fields.confidence,
    confidenceFactors: fields.confidenceFactors,
    drivesState: fields.confidence >= drivingConfidenceMin,
    isCorrection,
    recordedAt: iso(recordedAt),
  };
}
