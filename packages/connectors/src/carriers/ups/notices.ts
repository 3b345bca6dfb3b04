import type { CarrierAnswer } from '@milepost/domain';
import type { Decoding } from '../../_kit/index.ts';
import { readNotice } from './payload.ts';

/** Errors and warnings that are answers about the requested number. */
const answers: ReadonlyMap<string, CarrierAnswer> = new Map([
  ['TW0001', 'not_found'],
  ['TV1002', 'invalid_number'],
]);

/** An error or warning: an answer about a known number, or a problem for the review queue. */
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
  const text = message?.slice(0, 200) ?? 'no text';
  decoding.problem('carrier_error', `UPS answered ${code ?? 'an error without code'}: ${text}`, pointer);
}

/** Whether a refusal with this code concerns the number and not the request, the account or the service. */
export function isAboutNumber(code: string | undefined): boolean {
  return code !== undefined && answers.has(code);
}
