/**
 * The only access of a connector to the network. The server passes it in and adds timeouts, an address
 * guard and a size limit. Answers of any status are values; only a transport failure throws
 * (`CarrierUnavailable`).
 */
export type HttpCall = (request: HttpRequest) => Promise<HttpAnswer>;

export interface HttpRequest {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  url: string;
  headers?: Readonly<Record<string, string>>;
  body?: string;
}

export interface HttpAnswer {
  status: number;
  /** Names in lower case. */
  headers: Readonly<Record<string, string | undefined>>;
  body: string;
}
