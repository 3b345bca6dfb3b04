-- Representative rows of every table of the baseline, for the upgrade test. Never changed: later migrations
-- are tested against these rows.

insert into workspace (id, slug, name, is_demo, settings, created_at) values
  ('00000000-0000-7000-8000-000000000001', 'north', 'Nørth & Söns', false, '{"locale": "da"}', '2026-01-01T08:00:00Z'),
  ('00000000-0000-7000-8000-000000000002', 'demo', 'Demo', true, '{}', '2026-01-01T09:00:00Z');
insert into person (id, email, name, email_verified, two_factor_enabled, created_at, updated_at) values
  ('00000000-0000-7000-8000-000000000011', 'ada@example.com', 'Ada', true, true, '2026-01-02T08:00:00Z', '2026-01-02T08:00:00Z');
insert into credential (id, person_id, provider, account, password_hash) values
  ('00000000-0000-7000-8000-000000000021', '00000000-0000-7000-8000-000000000011', 'credential', 'ada', 'salt:hash');
insert into session (id, person_id, token, address, user_agent, expires_at) values
  ('00000000-0000-7000-8000-000000000031', '00000000-0000-7000-8000-000000000011', 'token', '192.0.2.1', 'Browser/1', '2026-02-01T00:00:00Z');
insert into verification (id, identifier, value, expires_at) values
  ('00000000-0000-7000-8000-000000000041', 'reset:hash', 'value', '2026-02-01T00:00:00Z');
insert into second_factor (id, person_id, secret, backup_codes, verified, failures, locked_until) values
  ('00000000-0000-7000-8000-000000000051', '00000000-0000-7000-8000-000000000011', 'sealed', 'sealed', true, 2, '2026-01-03T00:00:00Z');
insert into membership (workspace_id, person_id, role) values
  ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000011', 'owner');
insert into invitation (id, workspace_id, email, role, token_hash, expires_at) values
  ('00000000-0000-7000-8000-000000000061', '00000000-0000-7000-8000-000000000001', 'bob@example.com', 'viewer', '\x01ff', '2026-02-01T00:00:00Z');
insert into api_key (id, workspace_id, name, hint, secret_hash, scopes, is_installation, last_used_at) values
  ('00000000-0000-7000-8000-000000000071', '00000000-0000-7000-8000-000000000001', 'Shop', 'abcd', '\x00ff', '{shipments:read,"odd, \"scope\""}', false, '2026-01-04T00:00:00Z');
insert into attempt_count (name, count, expires_at) values ('pseudonym', 3, '2026-01-05T00:00:00Z');
insert into idempotency_key (workspace_id, key, request_hash, status, response) values
  ('00000000-0000-7000-8000-000000000001', 'once', '\x02', 201, '{"id": 1, "nested": [null, "x"]}'),
  ('00000000-0000-7000-8000-000000000001', 'running', '\x03', null, null);

insert into account (id, workspace_id, kind, connector, name, hook_token, settings_sealed, poll_enabled, adopts_unknown, poll_failures, last_failure, poll_paused_until) values
  ('00000000-0000-7000-8000-000000000081', '00000000-0000-7000-8000-000000000001', 'carrier', 'postnl', 'Main', 'hook', '\xdeadbeef', true, false, 1, 'Timeout.', '2026-01-06T00:00:00Z'),
  ('00000000-0000-7000-8000-000000000082', '00000000-0000-7000-8000-000000000001', 'shop', 'woocommerce', 'Shop', 'shop-hook', '\x00', false, true, 0, null, null);
insert into feed_hour (workspace_id, account_id, hour, slot, events) values
  ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000081', '2026-01-06T10:00:00Z', -1, 7);
insert into feed_cursor (workspace_id, position) values ('00000000-0000-7000-8000-000000000001', 41);

insert into raw_message (id, received_at, workspace_id, account_id, carrier, kind, content_type, headers, asked_for, content_hash, body) values
  ('00000000-0000-7000-8000-000000000091', '2026-01-06T10:00:00.123Z', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000081', 'postnl', 'webhook',
   'application/json', '{"x-id": "1"}', '{3STEST1}', '\x04', '\x7b22c3a9223a317d');
insert into raw_digest (account_id, content_hash, raw_message_id, first_received_at, last_received_at, seen) values
  ('00000000-0000-7000-8000-000000000081', '\x04', '00000000-0000-7000-8000-000000000091', '2026-01-06T10:00:00.123Z', '2026-01-06T11:00:00Z', 2);
insert into inbox (raw_message_id, received_at, workspace_id, attempts, reading) values
  ('00000000-0000-7000-8000-000000000091', '2026-01-06T10:00:00.123Z', '00000000-0000-7000-8000-000000000001', 1, 1767693600000);
insert into review_entry (workspace_id, account_id, carrier, kind, cause, detail, pointer, raw_message_id, received_at) values
  ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000081', 'postnl', 'unknown_code', 'Z9', 'Unknown code Z9.', '/events/0/code',
   '00000000-0000-7000-8000-000000000091', '2026-01-06T10:00:00.123Z');

-- The triggers fill shipment_lookup, shipment_reference, shipment_search and shipment_under_way.
insert into shipment (id, workspace_id, tracking_id, references_given, recipient_name, recipient_email, origin, destination, destination_country,
                      destination_postcode, carrier, tracking_number, service, despatch_date, promised_from, promised_to, milestone, sub_status, since,
                      last_event_at, delivered_at, open_exceptions, has_exception, flags, sequence, created_at, updated_at, states) values
  ('00000000-0000-7000-8000-0000000000a1', '00000000-0000-7000-8000-000000000001', 'M00000000001', '{ORDER-1,"with \"quotes\""}', 'Zoë Ångström', 'zoe@example.com',
   '{"country": "NL"}', '{"country": "SE", "postcode": "111 22"}', 'SE', '111 22', 'postnl', '3STEST1', 'Express', '2026-01-05', '2026-01-07T08:00:00Z',
   '2026-01-07T20:00:00Z', 'exception', 'exception.damaged', '2026-01-06T09:00:00Z', '2026-01-06T09:00:00Z', null, '{no_first_scan}', true, '{doubtful_clock}', 4,
   '2026-01-04T23:30:00Z', '2026-01-06T10:00:01Z', '{"1":{"milestone":"exception"}}'),
  ('00000000-0000-7000-8000-0000000000a2', '00000000-0000-7000-8000-000000000001', 'M00000000002', '{}', null, null, null, null, null, null, 'postnl', '3STEST2',
   null, null, null, null, 'delivered', 'delivered.handed_over', '2026-01-06T09:00:00Z', '2026-01-06T09:00:00Z', '2026-01-06T09:00:00Z', '{}', false, '{}', 2,
   '2026-01-04T23:30:00Z', '2026-01-06T10:00:01Z', '{}');
insert into leg (id, workspace_id, shipment_id, parcel, carrier, tracking_number, valid_from, account_id, next_poll_at, last_asked_at, last_answer) values
  ('00000000-0000-7000-8000-0000000000b1', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-0000000000a1', 1, 'postnl', '3STEST1', '-infinity',
   '00000000-0000-7000-8000-000000000081', '2026-01-06T12:00:00Z', '2026-01-06T11:00:00Z', 'answered'),
  ('00000000-0000-7000-8000-0000000000b2', '00000000-0000-7000-8000-000000000001', null, 1, 'dhl', '00340', '2025-12-01T00:00:00Z', null, null, null, null);
insert into tracking_event (leg_id, identity, revision, workspace_id, kind, occurred_at, milestone, sub_status, source, account_id, raw_message_id, received_at, reading, fact) values
  ('00000000-0000-7000-8000-0000000000b1', '00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000c2', '00000000-0000-7000-8000-000000000001', 'event',
   '2026-01-06T09:00:00Z', 'exception', 'exception.damaged', 'postnl/webhook', '00000000-0000-7000-8000-000000000081', '00000000-0000-7000-8000-000000000091',
   '2026-01-06T10:00:00.123Z', 0, '{"kind":"event",  "code":"Z1"}');
insert into saved_view (id, workspace_id, owner, name, is_shared, query, columns) values
  ('00000000-0000-7000-8000-0000000000d1', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000011', 'Late', true, '{"exception": true}', '{carrier,dueAt}');

insert into deadline (shipment_id, rule, workspace_id, due_at) values
  ('00000000-0000-7000-8000-0000000000a1', 'no_first_scan', '00000000-0000-7000-8000-000000000001', '2026-01-08T00:00:00Z');
insert into delivery_exception (id, workspace_id, shipment_id, rule, cause, severity, detail, opened_at) values
  ('00000000-0000-7000-8000-0000000000e1', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-0000000000a1', 'no_first_scan', '2026-01-05', 'warning', 'No scan.', '2026-01-06T00:00:00Z');

insert into outbox (workspace_id, shipment_id, shipment_sequence, type, payload) values
  ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-0000000000a1', 4, 'shipment.updated', '{"shipmentId":"a1"}');
insert into webhook_endpoint (id, workspace_id, url, secret_sealed, enabled, cursor) values
  ('00000000-0000-7000-8000-0000000000f1', '00000000-0000-7000-8000-000000000001', 'https://hooks.example/in', '\x05', true, 2);
insert into webhook_delivery (endpoint_id, outbox_position, attempts, next_attempt_at, last_failure) values
  ('00000000-0000-7000-8000-0000000000f1', 2, 1, '2026-01-06T10:05:00Z', '500');

insert into overview_day (workspace_id, day, needs_person, at_risk, out_for_delivery, delivered, not_moved, is_reconstructed) values
  ('00000000-0000-7000-8000-000000000001', '2026-01-06', 1, 2, 3, 4, 5, true);
insert into workspace_brand (workspace_id, brand, logo, logo_type) values
  ('00000000-0000-7000-8000-000000000001', '{"colour": "#123456"}', '\x89504e47', 'image/png');
