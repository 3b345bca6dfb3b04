import type { AccountSettings } from '../settings.ts';

/**
 * How a sender pushes: how it proves itself, what it must receive as an acknowledgement, and what it sends
 * when the address is set up. The server keeps a push before it acknowledges it.
 */
export interface Webhook {
  /**
   * Proves that a push comes from the sender, by the sender's own scheme. Comparisons run in constant time
   * (push/signature.ts).
   */
  verify(push: Push, account: WebhookAccount): Verdict;
  /**
   * The sender signs nothing, so `verify` accepts every push. Only the address is secret; confirm what
   * matters by a poll.
   */
  isUnsigned?: true;
  /** For senders that fetch a token before they push (OAuth 2.0 client credentials). */
  issueToken?(request: TokenRequest, account: WebhookAccount): TokenAnswer;
  /** What the message is: the body of a POST (default), or the query string of a GET or POST. */
  messageIn?: 'body' | 'query';
  /** Default: 200 with `{"id":"…","repeated":false}` as JSON. */
  acknowledgement?: Acknowledgement;
  /** Answer to the GET by which the sender checks the address. Without it a GET gets 404. */
  addressCheck?: HookAnswer | ((check: Push, account: WebhookAccount) => HookAnswer);
  /** A message sent when the address is set up. It is answered and not kept, so it need not be signed. */
  setUpPing?: SetUpPing;
}

export interface Acknowledgement {
  /** Default 200: several senders count nothing else as success. */
  status?: number;
  contentType: string;
  /** The text, or a function for senders that expect a part of their push back. */
  body: string | ((push: Push, receipt: PushReceipt) => string);
}

export interface PushReceipt {
  /** Id of the raw message. */
  id: string;
  /** The same content had arrived before; it is counted and not processed again. */
  repeated: boolean;
}

export interface SetUpPing {
  recognises(push: Push): boolean;
  answer: HookAnswer;
}

export interface HookAnswer {
  /** Default 200. */
  status?: number;
  contentType: string;
  body: string;
}

export interface Push {
  /** Names in lower case. */
  headers: Readonly<Record<string, string | undefined>>;
  /** Exactly the bytes that were sent; empty for a GET. */
  body: Uint8Array;
  /** The query string as sent, without `?`. Absent when there is none. */
  query?: string;
}

export interface WebhookAccount {
  settings: AccountSettings;
  now(): number;
}

/** `reason` names the header and what is wrong with it, without repeating any secret. */
export type Verdict = { ok: true } | { ok: false; reason: string };

export interface TokenRequest {
  headers: Readonly<Record<string, string | undefined>>;
  form: Readonly<Record<string, string | undefined>>;
}

export type TokenAnswer =
  | { ok: true; accessToken: string; expiresInSeconds: number }
  | { ok: false; reason: string };
