/** One row of the table of everything the API may refuse, and what to do about it. */
export interface ErrorEntry {
  status: number;
  title: string;
  /** What whoever sent the request can do. */
  remedy: string;
}

/** Every problem the API answers with, by its code. `docs/reference/errors.md` is made from this table. */
export const errors = {
  invalid_request: {
    status: 400,
    title: 'The request does not have the documented form',
    remedy:
      'Each entry of "errors" names one field and what is wrong with it. Correct those and send it again.',
  },
  unknown_parameter: {
    status: 400,
    title: 'A query parameter is not known here',
    remedy: 'Remove the parameters named in "errors", or correct their spelling.',
  },
  invalid_json: {
    status: 400,
    title: 'The body is no JSON',
    remedy: 'Send one JSON document in UTF-8 with Content-Type: application/json.',
  },
  empty_body: {
    status: 400,
    title: 'The body is empty',
    remedy: 'Send the message as the body of the request.',
  },
  invalid_cursor: {
    status: 400,
    title: 'The cursor does not belong to this list',
    remedy: 'Use a cursor only with the filters and the sort it was given for, or start again without one.',
  },
  unsupported_combination: {
    status: 400,
    title: 'These parameters do not go together',
    remedy: 'The detail says which combination is offered.',
  },
  unauthenticated: {
    status: 401,
    title: 'Nobody is signed in, or the API key is not valid',
    remedy: 'Sign in, or send a key of this installation as "Authorization: Bearer mp_…".',
  },
  sign_in_refused: {
    status: 401,
    title: 'E-mail address or password are wrong',
    remedy: 'Try again, or set a new password.',
  },
  second_factor_refused: {
    status: 401,
    title: 'The code is wrong',
    remedy: 'Take the code that the app shows now, or a backup code that was not used yet.',
  },
  sign_in_expired: {
    status: 401,
    title: 'Signing in took too long or was tried too often',
    remedy: 'Begin again with e-mail address and password.',
  },
  signature_refused: {
    status: 401,
    title: 'The message does not prove that it comes from the carrier',
    remedy: 'Compare the secret of the carrier account with the one entered at the carrier.',
  },
  scope_missing: {
    status: 403,
    title: 'The API key or the role may not do this',
    remedy: 'Use a key that has the scope named in the detail, or ask an admin of the workspace.',
  },
  scope_not_grantable: {
    status: 403,
    title: 'A key can pass on only what it may do itself',
    remedy: 'Leave out what "errors" names, or use a key that may do it.',
  },
  person_needed: {
    status: 403,
    title: 'This is for people, and a key is nobody',
    remedy: 'Sign in, and send the session cookie instead of a key.',
  },
  not_a_member: {
    status: 403,
    title: 'You do not belong to this workspace',
    remedy: 'Take an id from /v1/me, or ask an admin of the workspace to invite you.',
  },
  origin_refused: {
    status: 403,
    title: 'The request does not come from a page of this installation',
    remedy: 'Open Milepost at the address set as MILEPOST_PUBLIC_URL. Programs use an API key.',
  },
  code_refused: {
    status: 403,
    title: 'The code of the first run is wrong',
    remedy: 'Take it from what `milepost serve` printed when it started.',
  },
  password_wrong: {
    status: 403,
    title: 'The password is wrong',
    remedy: 'Give the password with which you sign in.',
  },
  installation_key_needed: {
    status: 403,
    title: 'Only a key of the installation may do this',
    remedy: 'Use a key that was made as installation key on the command line.',
  },
  not_found: {
    status: 404,
    title: 'There is no such thing in this workspace',
    remedy: 'Check the id, and that the key belongs to the workspace that holds it.',
  },
  route_not_found: {
    status: 404,
    title: 'There is nothing at this address',
    remedy: 'Compare method and path with /openapi.json.',
  },
  unknown_hook: {
    status: 404,
    title: 'Nothing is received at this address',
    remedy: 'Copy the hook address of the carrier account again; it is shown at /v1/carrier-accounts.',
  },
  carrier_does_not_push: {
    status: 404,
    title: 'This carrier does not push',
    remedy: 'Messages of this carrier are polled or read from files; remove the hook at its sender.',
  },
  request_timeout: {
    status: 408,
    title: 'The request did not arrive in time',
    remedy: 'Send the whole request within 30 seconds.',
  },
  idempotency_in_progress: {
    status: 409,
    title: 'A request with this Idempotency-Key is being worked on',
    remedy: 'Wait a second and repeat the same request to get its answer.',
  },
  name_taken: {
    status: 409,
    title: 'The name is taken',
    remedy: 'Choose another one.',
  },
  already_member: {
    status: 409,
    title: 'The person belongs to the workspace already',
    remedy: 'Change their role instead.',
  },
  last_admin: {
    status: 409,
    title: 'A workspace keeps at least one admin',
    remedy: 'Make somebody else an admin first.',
  },
  second_factor_on: {
    status: 409,
    title: 'There is a second factor already',
    remedy: 'Turn it off first, then set up the new one.',
  },
  first_run_over: {
    status: 409,
    title: 'There is somebody already',
    remedy: 'Sign in, or ask an admin to invite you.',
  },
  demo_stopped: {
    status: 409,
    title: 'No carrier is simulated here at the moment',
    remedy: 'Start the server with its demo (npm start), or wait until the demo has begun.',
  },
  confirmation_needed: {
    status: 409,
    title: 'This removes data for good and wants to be confirmed',
    remedy: 'Repeat the request with ?confirm= and the slug of the workspace.',
  },
  body_too_large: {
    status: 413,
    title: 'The body is too large',
    remedy: 'Split it into several requests; the detail names the limit.',
  },
  address_too_long: {
    status: 414,
    title: 'The address is too long',
    remedy: 'Shorten the query.',
  },
  unsupported_media_type: {
    status: 415,
    title: 'The body is of a type that is not read here',
    remedy: 'Send JSON with Content-Type: application/json.',
  },
  link_invalid: {
    status: 422,
    title: 'The link is used up, withdrawn or too old',
    remedy: 'Ask for a new one.',
  },
  carrier_unknown: {
    status: 422,
    title: 'No carrier goes by this name',
    remedy: 'Take a name from /v1/carriers.',
  },
  carrier_ambiguous: {
    status: 422,
    title: 'Several carriers use numbers like this one',
    remedy: 'Name the carrier; "candidates" lists those that fit, likeliest first.',
  },
  carrier_not_recognised: {
    status: 422,
    title: 'No carrier recognises this number',
    remedy: 'Check the number, or name the carrier.',
  },
  number_in_use: {
    status: 422,
    title: 'The number belongs to another shipment',
    remedy: 'Check the numbers of the parcels; one number belongs to one shipment at a time.',
  },
  no_parcel: {
    status: 422,
    title: 'A shipment needs at least one parcel',
    remedy: 'Send trackingNumber, or at least one entry in parcels.',
  },
  refused: {
    status: 422,
    title: 'The shipment cannot be registered',
    remedy: 'The detail says why.',
  },
  invalid_settings: {
    status: 422,
    title: 'The settings do not fit the carrier',
    remedy: 'Compare them with the settings listed for the carrier at /v1/carriers.',
  },
  address_refused: {
    status: 422,
    title: 'Webhooks are not sent to this address',
    remedy: 'Give a public https address; the detail says what is wrong with this one.',
  },
  idempotency_mismatch: {
    status: 422,
    title: 'The Idempotency-Key was used for another request',
    remedy: 'Make a new key for each new request; repeat a key only with the same body.',
  },
  too_many_failures: {
    status: 429,
    title: 'Too many refused requests from this address',
    remedy: 'Correct the key or the hook address and wait as long as Retry-After says.',
  },
  too_many_attempts: {
    status: 429,
    title: 'Too many attempts',
    remedy: 'Wait as long as Retry-After says.',
  },
  headers_too_large: {
    status: 431,
    title: 'The headers are too large',
    remedy: 'Send fewer or smaller headers.',
  },
  internal: {
    status: 500,
    title: 'We failed',
    remedy: 'Try again; if it stays, tell whoever runs this installation the request id.',
  },
  inbox_full: {
    status: 503,
    title: 'Too many messages wait to be processed',
    remedy: 'Send the message again after Retry-After; nothing of it was kept.',
  },
  database_unavailable: {
    status: 503,
    title: 'The database does not answer',
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
