import type { ErrorCode, ShipmentGiven } from '@milepost/contract';
import { errors } from '@milepost/contract';
import { normaliseTrackingNumber, type PlaceText } from '@milepost/domain';
import { Refusal } from '../../../platform/http/refusal.ts';
import { type CarrierChoice, chooseCarrier } from '../../carriers/index.ts';
import type { RegisterInput, RegisterResult } from './register.ts';

/**
 * A shipment in the API's form → input of `register`. `pointer` leads to it in the request. Throws a
 * `Refusal`.
 */
export function registerInputOf(given: ShipmentGiven, pointer: string, choice: CarrierChoice): RegisterInput {
  const { references = [], recipient, origin, destination, service, despatchDate, promisedDelivery } = given;
  return {
    references: [...new Set(references)],
    recipientName: recipient?.name ?? null,
    recipientEmail: recipient?.email ?? null,
    origin: placeOf(origin),
    destination: placeOf(destination),
    service: service ?? null,
    despatchDate: despatchDate ?? null,
    promised: promisedDelivery ? { from: utc(promisedDelivery.from), to: utc(promisedDelivery.to) } : null,
    parcels: parcelsOf(given, pointer, choice),
  };
}

/** A refusal of `register` → a problem document. */
export function refusalOf(result: RegisterResult & { kind: 'refused' }, pointer: string): Refusal {
  const { code, detail } = result;
  return new Refusal(isErrorCode(code) ? code : 'refused', detail, {
    errors: [{ pointer: pointer + result.pointer, detail }],
  });
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errors, code);
}

function parcelsOf(given: ShipmentGiven, pointer: string, choice: CarrierChoice): RegisterInput['parcels'] {
  const { carrier, trackingNumber, parcels = [] } = given;
  const wanted = parcels.map((parcel, index) => ({ ...parcel, pointer: `${pointer}/parcels/${index}` }));
  const number = trackingNumber === undefined ? null : normaliseTrackingNumber(trackingNumber);
  const isListed = wanted.some((parcel) => normaliseTrackingNumber(parcel.trackingNumber) === number);
  if (trackingNumber !== undefined && !isListed) wanted.unshift({ trackingNumber, carrier, pointer });
  if (wanted.length === 0) {
    const detail = 'Neither trackingNumber nor parcels are given.';
    throw new Refusal('no_parcel', detail, { errors: [{ pointer: `${pointer}/trackingNumber`, detail }] });
  }
  return wanted.map((parcel) => ({
    carrier: chooseCarrier(parcel.carrier ?? carrier, parcel.trackingNumber, parcel.pointer, choice),
    trackingNumber: parcel.trackingNumber,
  }));
}

/** Absent members stay absent, instead of becoming undefined. */
function placeOf(given: ShipmentGiven['destination']): PlaceText | null {
  if (!given) return null;
  const place: PlaceText = {};
  if (given.name !== undefined) place.name = given.name;
  if (given.street !== undefined) place.street = given.street;
  if (given.postcode !== undefined) place.postcode = given.postcode;
  if (given.region !== undefined) place.region = given.region;
  if (given.country !== undefined) place.country = given.country;
  return place;
}

function utc(given: string | null | undefined): string | null {
  return given ? new Date(given).toISOString() : null;
}
