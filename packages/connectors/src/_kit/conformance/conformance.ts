import { describe } from 'vitest';
import type { Carrier } from '../carrier/carrier.ts';
import type { Connector } from '../connector.ts';
import { checkCarrier } from './check-carrier.ts';
import { checkDecoding } from './check-decoding.ts';
import { checkManifest } from './check-manifest.ts';
import { checkPoll } from './check-poll.ts';
import { checkWebhook } from './check-webhook.ts';
import type { Subject } from './subject.ts';

export type { Subject } from './subject.ts';

/**
 * The conformance suite: what every connector must do, and what its kind adds. connectors.test.ts runs it
 * for every folder.
 */
export function conforms(subject: Subject): void {
  const { connector, fixtures } = subject;
  const { kind, name } = connector.manifest;
  describe(`${kind} ${name}`, () => {
    checkDecoding(subject);
    checkManifest(subject);
    if (connector.poll)
      checkPoll(subject, connector.poll, isCarrier(connector) ? connector.manifest.limits.batchMax : 1);
    if (connector.webhook) checkWebhook(subject, connector.webhook);
    if (isCarrier(connector)) checkCarrier(connector, fixtures);
  });
}

function isCarrier(connector: Connector): connector is Carrier {
  return connector.manifest.kind === 'carrier';
}
