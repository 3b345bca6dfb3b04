/** One kind of error. Titles have no full stop at the end; remedies are sentences. */
export interface ErrorEntry {
  status: number;
  title: string;
  /** What the caller can do. */
  remedy: string;
}

/**
 * Every error of the API by code. Codes never change. `docs/reference/errors.md` is generated from this
 * table.
 */
export const errors = {
  invalid_request: {
    status: 400,
    title: 'The request does not match the documented format',
    remedy:
      'Each entry of "errors" names an invalid field and the reason. Correct these fields and send the request again.',
  },
  unknown_parameter: {
    status: 400,
    title: 'Unknown query parameter',
    remedy: 'Remove the parameters listed in "errors", or correct their spelling.',
  },
  invalid_json: {
    status: 400,
    title: 'The body is not valid JSON',
    remedy: 'Send a JSON document in UTF-8 with Content-Type: application/json.',
  },
  empty_body: {
    status: 400,
    title: 'The body is empty',
    remedy: 'Send the message as the request body.',
  },
  invalid_cursor: {
    status: 400,
    title: 'The cursor does not belong to this list',
    remedy:
      'Use a cursor only with the filters and sort of the page that returned it, or start again without a cursor.',
  },
  unsupported_combination: {
    status: 400,
    title: 'These parameters cannot be combined',
    remedy: 'The detail lists the supported combinations.',
  },
  unauthenticated: {
    status: 401,
    title: 'Not signed in, or the API key is invalid',
    remedy: 'Sign in, or send an API key as "Authorization: Bearer mp_…".',
  },
  sign_in_refused: {
    status: 401,
    title: 'The e-mail address or password is wrong',
    remedy: 'Try again, or reset the password.',
  },
  second_factor_refused: {
    status: 401,
    title: 'The code is incorrect',
    remedy: 'Use the current code of the authenticator app, or an unused backup code.',
  },
  sign_in_expired: {
    status: 401,
    title: 'The sign-in expired or had too many attempts',
    remedy: 'Start again with e-mail address and password.',
  },
  signature_refused: {
    status: 401,
    title: 'The signature of the message is invalid',
    remedy: 'Check that the secret of the carrier account matches the one configured at the carrier.',
  },
  scope_missing: {
    status: 403,
    title: 'Missing permission',
    remedy:
      'Ask an admin of the workspace for a role with this permission, or use an API key with the scope named in the detail.',
  },
  scope_not_grantable: {
    status: 403,
    title: 'A caller can grant only permissions it has',
    remedy: 'Remove the scopes or roles listed in "errors", or use a key that has them.',
  },
  person_needed: {
    status: 403,
    title: 'This endpoint requires a signed-in user; API keys are not accepted',
    remedy: 'Sign in and send the session cookie instead of a key.',
  },
  not_a_member: {
    status: 403,
    title: 'Not a member of this workspace',
    remedy: 'Use a workspace id from /v1/me, or ask an admin of the workspace for an invitation.',
  },
  origin_refused: {
    status: 403,
    title: 'The request origin is not allowed',
    remedy: 'Open Milepost at the URL set as MILEPOST_PUBLIC_URL. Programs must use an API key.',
  },
  code_refused: {
    status: 403,
    title: 'The setup code is incorrect',
    remedy: 'Use the code that `milepost serve` printed at startup.',
  },
  password_wrong: {
    status: 403,
    title: 'The password is incorrect',
    remedy: 'Enter your current password.',
  },
  installation_key_needed: {
    status: 403,
    title: 'This requires an installation key',
    remedy: 'Create an installation key on the command line and use it.',
  },
  not_found: {
    status: 404,
    title: 'Not found in this workspace',
    remedy: 'Check the id, and that the key belongs to the right workspace.',
  },
  route_not_found: {
    status: 404,
    title: 'No such endpoint',
    remedy: 'Check the method and path against /openapi.json.',
  },
  unknown_hook: {
    status: 404,
    title: 'Unknown webhook URL',
    remedy: 'Copy the webhook URL of the carrier account again; it is listed at /v1/carrier-accounts.',
  },
  carrier_does_not_push: {
    status: 404,
    title: 'This carrier does not support webhooks',
    remedy: 'Messages of this carrier are polled or read from files. Remove the webhook at the sender.',
  },
  request_timeout: {
    status: 408,
    title: 'The request did not arrive in time',
    remedy: 'Send the whole request within 30 seconds.',
  },
  idempotency_in_progress: {
    status: 409,
    title: 'A request with this Idempotency-Key is in progress',
    remedy: 'Wait a second and repeat the same request to get its response.',
  },
  name_taken: {
    status: 409,
    title: 'The name is taken',
    remedy: 'Choose another name.',
  },
  already_member: {
    status: 409,
    title: 'The person is already a member of the workspace',
    remedy: 'Change the role of the member instead.',
  },
  last_admin: {
    status: 409,
    title: 'A workspace needs at least one admin',
    remedy: 'Make another member an admin first.',
  },
  second_factor_on: {
    status: 409,
    title: 'Two-factor authentication is already on',
    remedy: 'Turn it off before setting up a new one.',
  },
  first_run_over: {
    status: 409,
    title: 'The first account already exists',
    remedy: 'Sign in, or ask an admin to invite you.',
  },
  demo_stopped: {
    status: 409,
    title: 'The demo is not running',
    remedy: 'Start the server with the demo (npm start), or wait until the demo has started.',
  },
  confirmation_needed: {
    status: 409,
    title: 'Permanent deletion requires confirmation',
    remedy: 'Repeat the request with ?confirm= and the slug of the workspace.',
  },
  body_too_large: {
    status: 413,
    title: 'The body is too large',
    remedy: 'Split it into several requests. The detail states the limit.',
  },
  address_too_long: {
    status: 414,
    title: 'The URL is too long',
    remedy: 'Shorten the query.',
  },
  unsupported_media_type: {
    status: 415,
    title: 'Unsupported content type',
    remedy: 'Send JSON with Content-Type: application/json.',
  },
  link_invalid: {
    status: 422,
    title: 'The link was already used, revoked or has expired',
    remedy: 'Request a new link.',
  },
  carrier_unknown: {
    status: 422,
    title: 'Unknown carrier',
    remedy: 'Use a name from /v1/carriers.',
  },
  carrier_ambiguous: {
    status: 422,
    title: 'Several carriers use this number format',
    remedy: 'Specify the carrier; "candidates" lists the possible carriers, most likely first.',
  },
  carrier_not_recognised: {
    status: 422,
    title: 'No carrier recognises this number',
    remedy: 'Check the number, or specify the carrier.',
  },
  number_in_use: {
    status: 422,
    title: 'The number is used by another shipment',
    remedy: 'Check the numbers of the parcels. A number can belong to only one shipment at a time.',
  },
  no_parcel: {
    status: 422,
    title: 'A shipment needs at least one parcel',
    remedy: 'Send trackingNumber, or at least one entry in parcels.',
  },
  refused: {
    status: 422,
    title: 'The shipment cannot be registered',
    remedy: 'The detail states the reason.',
  },
  invalid_settings: {
    status: 422,
    title: 'Invalid carrier settings',
    remedy: 'Check them against the settings listed for the carrier at /v1/carriers.',
  },
  address_refused: {
    status: 422,
    title: 'Webhooks cannot be sent to this URL',
    remedy: 'Use a public https URL. The detail states the problem of this one.',
  },
  idempotency_mismatch: {
    status: 422,
    title: 'The Idempotency-Key was used for a different request',
    remedy: 'Use a new key for each new request. Repeat a key only with the same body.',
  },
  too_many_failures: {
    status: 429,
    title: 'Too many failed requests from this IP address',
    remedy: 'Correct the key or the webhook URL, and retry after the time given in Retry-After.',
  },
  too_many_attempts: {
    status: 429,
    title: 'Too many attempts',
    remedy: 'Retry after the time given in Retry-After.',
  },
  headers_too_large: {
    status: 431,
    title: 'The headers are too large',
    remedy: 'Send fewer or smaller headers.',
  },
  internal: {
    status: 500,
    title: 'Internal server error',
    remedy: 'Try again. If the error persists, report the request id to the operator of this installation.',
  },
  inbox_full: {
    status: 503,
    title: 'Too many messages are waiting to be processed',
    remedy: 'Send the message again after Retry-After. It was not stored.',
  },
  database_unavailable: {
    status: 503,
    title: 'The database is unavailable',
    remedy: 'Send the request again after Retry-After.',
  },
  unavailable: {
    status: 503,
    title: 'The server is starting or stopping',
    remedy: 'Send the request again after Retry-After.',
  },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof errors;

/** Every code, in the order of the table. */
// Object.keys of a const table returns exactly its keys; TypeScript widens them to string.
export const errorCodes = Object.keys(errors) as ErrorCode[];
