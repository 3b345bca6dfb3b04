import { type Decode, Decoding, readJson } from '../../_kit/index.ts';
import { decodeAnswer } from './decode-answer.ts';
import { decodePush } from './decode-push.ts';
import { reportNotice } from './notices.ts';
import { type Root, readRoot } from './payload.ts';

/**
 * UPS's answers, pushes, errors and receipts → facts and problems. The shape distinguishes them, not the way
 * they arrived.
 */
export const decode: Decode = (payload, context) => {
  const decoding = new Decoding(context);
  const read = readJson(payload.body);
  if (!read.ok) {
    decoding.problem(read.problem.kind, read.problem.detail, read.problem.pointer);
    return decoding.result();
  }
  decodeMessage(read.value, decoding, context.askedFor ?? []);
  return decoding.result();
};

function decodeMessage(value: unknown, decoding: Decoding, askedFor: readonly string[]): void {
  const message = readRoot(value);
  if (message === undefined) {
    decoding.problem('unreadable_payload', 'The message is not a JSON object.', '');
    return;
  }
  const errors = message.response?.errors ?? [];
  const asked = askedFor.length === 1 ? (askedFor[0] ?? null) : null;
  errors.forEach((error, index) => {
    reportNotice(error, asked, { decoding, pointer: `/response/errors/${index}` });
  });
  if (message.trackResponse !== undefined) decodeAnswer(message.trackResponse.shipment, decoding, askedFor);
  else if (message.activityStatus !== undefined) decodePush(value, decoding);
  else if (errors.length === 0) reportOther(message, decoding);
}

function reportOther(message: Root, decoding: Decoding): void {
  const { validTrackingNumbers, invalidTrackingNumbers, expiryDate, message: receiptText } = message;
  const subscribed = validTrackingNumbers.length;
  const refused = invalidTrackingNumbers.length;
  if (subscribed + refused > 0) {
    const detail = `A receipt of Track Alert: ${subscribed} numbers subscribed, ${refused} refused.`;
    decoding.problem('not_tracking', detail, '');
  } else if (expiryDate !== undefined || receiptText !== undefined) {
    decoding.problem('not_tracking', 'A receipt of Track Alert for a whole account.', '');
  } else {
    decoding.problem('unreadable_payload', 'The message is neither an answer nor a push of UPS.', '');
  }
}
