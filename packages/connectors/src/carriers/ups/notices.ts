import type { CarrierAnswer } from '@milepost/domain';
import type { Decoding } from '../../_kit/index.ts';
import { readNotice } from './payload.ts';

/** Errors and warnings that are an answer about the number asked for. */
const answers: ReadonlyMap<string, CarrierAnswer> = new Map([
  ['TW0001', 'not_found'],
  ['TV1002', 'invalid_number'],
]);

/** An error or warning: an answer about a known number, or a problem for somebody to look at. */
export function reportNotice(
  value: unknown,
  trackingNumber: string | null,
  { decoding, pointer }: { decoding: Decoding; pointer: string },
): void {
  const { code, message } = readNotice(value) ?? {};
  const answer = answers.get(code ?? '');
  if (answer !== undefined && trackingNumber !== null) {
    decoding.shipment(trackingNumber).details({ answer });
    return;
  }
  const said = message?.slice(0, 200) ?? 'no text';
  decoding.problem('carrier_error', `UPS answered ${code ?? 'an error without code'}: ${said}`, pointer);
}

/** Whether a refusal with this code speaks of the number and not of the request, the account or the service. */
export function isAboutNumber(code: string | undefined): boolean {
  return code !== undefined && answers.has(code);
}
