/** What a hook answers, as its connector declares it. */
import type { HookAnswer, Push, PushReceipt, Webhook, WebhookAccount } from '@milepost/connectors';

/** The acknowledgement of a push that has been kept. */
export function acknowledgementOf(
  { acknowledgement }: Webhook,
  push: Push,
  receipt: PushReceipt,
): HookAnswer {
  if (!acknowledgement) return defaultAcknowledgement(receipt);
  const { body, ...rest } = acknowledgement;
  return { ...rest, body: typeof body === 'string' ? body : body(push, receipt) };
}

export function defaultAcknowledgement({ id, repeated }: PushReceipt): HookAnswer {
  return { contentType: 'application/json; charset=utf-8', body: `{"id":"${id}","repeated":${repeated}}` };
}

/** The answer to a GET by which the sender checks the address; null when the sender makes no such check. */
export function addressCheckOf(
  { addressCheck }: Webhook,
  push: Push,
  account: WebhookAccount,
): HookAnswer | null {
  return typeof addressCheck === 'function' ? addressCheck(push, account) : (addressCheck ?? null);
}

/** The answer to a set-up ping; null when this is an ordinary push. */
export function setUpAnswerOf({ setUpPing }: Webhook, push: Push): HookAnswer | null {
  return setUpPing?.recognises(push) ? setUpPing.answer : null;
}
