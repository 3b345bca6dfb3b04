import type { MessageKind } from '@milepost/domain';
import type { z } from 'zod';
import type { Decode } from './decoded.ts';
import type { Poll } from './poll/poll.ts';
import type { Webhook } from './push/webhook.ts';

/** Each kind of outside party, and the folder of its connectors. */
export const connectorFolders = {
  carrier: 'carriers',
  shop: 'shops',
  warehouse: 'warehouses',
  messenger: 'messengers',
  helpdesk: 'helpdesks',
  fleet: 'fleets',
  format: 'formats',
} as const;
export type ConnectorKind = keyof typeof connectorFolders;

/** How well a connector is proven, best first. A test compares the grade with the evidence in the folder. */
export const qualityGrades = ['recorded payloads', 'documented samples', 'documentation only'] as const;
export type QualityGrade = (typeof qualityGrades)[number];

/** What a connector's folder exports. A kind adds its own parts (see carrier/carrier.ts). */
export interface Connector {
  manifest: ConnectorManifest;
  decode: Decode;
  poll?: Poll;
  webhook?: Webhook;
}

export interface ConnectorManifest {
  kind: ConnectorKind;
  /** Folder name, kebab-case: `dhl-unified`. */
  name: string;
  title: string;
  website: string;
  quality: QualityGrade;
  /** How messages arrive. */
  messageKinds: readonly MessageKind[];
  /**
   * What an account must hold, as one flat zod object; the settings form is drawn from it. Secrets are named
   * in `secrets`.
   */
  settings: z.ZodObject;
  secrets: readonly string[];
}
