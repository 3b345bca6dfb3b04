import type { z } from 'zod';
import * as administration from './administration.ts';
import * as carriers from './carriers.ts';
import * as events from './events.ts';
import { milestone, subStatus } from './fields.ts';
import * as history from './history.ts';
import * as places from './places-and-times.ts';
import { problem } from './problem.ts';
import * as review from './review.ts';
import * as shipments from './shipments.ts';

/** Schemas that the OpenAPI document names instead of repeating, by their name there. */
export const components: Readonly<Record<string, z.ZodType>> = {
  Problem: problem,
  Milestone: milestone,
  SubStatus: subStatus,
  Place: places.place,
  MomentWindow: places.momentWindow,
  LastEvent: places.lastEvent,
  ShipmentGiven: shipments.shipmentGiven,
  PlaceGiven: shipments.placeGiven,
  ShipmentBatchGiven: shipments.shipmentBatchGiven,
  Shipment: shipments.shipment,
  ShipmentPage: shipments.shipmentPage,
  ShipmentBatchResult: shipments.shipmentBatchResult,
  ShipmentHistory: history.shipmentHistory,
  TimelineEntry: history.timelineEntry,
  Leg: history.leg,
  ReviewProblem: history.reviewProblem,
  ConfidenceFactors: history.confidenceFactors,
  TrackResult: history.trackResult,
  RecordedEvent: events.recordedEvent,
  ShipmentChange: events.shipmentChange,
  CarrierList: carriers.carrierList,
  CarrierAccountGiven: carriers.carrierAccountGiven,
  CarrierAccount: carriers.carrierAccount,
  CarrierAccountList: carriers.carrierAccountList,
  HookReceipt: carriers.hookReceipt,
  AccessToken: carriers.accessToken,
  TokenError: carriers.tokenError,
  ReviewGroupList: review.reviewGroupList,
  ReviewEntryPage: review.reviewEntryPage,
  ReviewSelection: review.reviewSelection,
  ReviewReplayed: review.reviewReplayed,
  ReviewDismissed: review.reviewDismissed,
  KeyGiven: administration.keyGiven,
  NewApiKey: administration.newApiKey,
  ApiKeyList: administration.apiKeyList,
  WorkspaceGiven: administration.workspaceGiven,
  Workspace: administration.workspace,
  WorkspaceList: administration.workspaceList,
  NewWorkspace: administration.newWorkspace,
  WebhookEndpointGiven: administration.webhookEndpointGiven,
  NewWebhookEndpoint: administration.newWebhookEndpoint,
  WebhookEndpointList: administration.webhookEndpointList,
  WebhookDeliveryPage: administration.webhookDeliveryPage,
  Liveness: administration.liveness,
  Readiness: administration.readiness,
};

/** Those of them that come from clients: what a schema fills in by itself need not be sent. */
export const componentsGiven: ReadonlySet<string> = new Set(
  Object.keys(components).filter((name) => name.endsWith('Given') || name === 'ReviewSelection'),
);
