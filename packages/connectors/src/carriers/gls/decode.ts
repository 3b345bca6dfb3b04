import { type Decode, type DecodeContext, Decoding, readJson } from '../../_kit/index.ts';
import { decodeDutchParcel } from './decode-dutch.ts';
import { decodeParcels } from './decode-group.ts';
import { decodeLastError, decodeWebParcels } from './decode-web.ts';
import { readError } from './payload.ts';
import { written } from './written.ts';

/**
 * GLS answers in three formats, distinguished by their fields:
 *
 *   parcels[] with requested / unitno        Track & Trace API (decode-group.ts)
 *   tuStatus[], or tuNo with history[]       open web endpoints rstt001, rstt028, rstt029 (decode-web.ts)
 *   parcelNo with scans[]                    GLS Netherlands (decode-dutch.ts); its `parcels` is unrelated
 */
export const decode: Decode = (payload, context) => {
  const decoding = new Decoding(context);
  const read = readJson(payload.body);
  if (read.ok) decodeDocument(read.value, decoding, context);
  else decoding.problem(read.problem.kind, read.problem.detail, read.problem.pointer);
  return decoding.result();
};

function decodeDocument(document: unknown, decoding: Decoding, context: DecodeContext): void {
  const reading = { decoding, context };
  if (Array.isArray(document)) decodeParcels(document, '', reading);
  else if (typeof document !== 'object' || document === null) {
    decoding.problem('unreadable_payload', 'The body is neither an object nor a list.', '');
  } else if ('parcelNo' in document) decodeDutchParcel(document, reading);
  else if ('parcels' in document && Array.isArray(document.parcels)) {
    decodeParcels(document.parcels, '/parcels', reading);
  } else if ('tuStatus' in document && Array.isArray(document.tuStatus)) {
    decodeWebParcels(document.tuStatus, '/tuStatus', reading);
  } else if ('tuNo' in document || 'history' in document) decodeWebParcels([document], null, reading);
  else if ('lastError' in document) decodeLastError(document.lastError, reading);
  else if ('requested' in document || 'unitno' in document) decodeParcels([document], null, reading);
  else decodeOther(document, decoding);
}

function decodeOther(document: object, decoding: Decoding): void {
  const message = errorText(document);
  if ('eventsCodes' in document) {
    decoding.problem('not_tracking', 'The list of event codes; it contains no parcel.', '');
  } else if ('parcelshopDelivery' in document) {
    decoding.problem('not_tracking', 'The parcel shop of an unnamed parcel.', '');
  } else if (message === null) {
    decoding.problem('unreadable_payload', 'The document has none of the known formats of GLS.', '');
  } else {
    decoding.problem('carrier_error', `GLS answered: ${message.slice(0, 300)}`, '');
  }
}

function errorText(document: object): string | null {
  const message = readError(document);
  if (message === undefined) return null;
  const { fault, errorCode, errorMessage, title, detail, status, errors } = message;
  if (fault) return [fault.detail?.errorcode, fault.faultstring].filter(Boolean).join(': ');
  if (errorCode) return [errorCode, errorMessage].filter(Boolean).join(': ');
  if (title || detail) return [status, title, detail].filter(Boolean).join(': ');
  return errors.length > 0 ? written(errors) : null;
}
