import type { z } from 'zod';
import * as administration from './administration.ts';
import * as brand from './brand.ts';
import * as carriers from './carriers.ts';
import * as demo from './demo.ts';
import * as events from './events.ts';
import * as feeds from './feeds.ts';
import { milestone, subStatus } from './fields.ts';
import * as history from './history.ts';
import * as overview from './overview.ts';
import * as people from './people.ts';
import * as places from './places-and-times.ts';
import * as portal from './portal.ts';
import { problem } from './problem.ts';
import * as rawMessage from './raw-message.ts';
import * as review from './review.ts';
import * as search from './search.ts';
import * as shipments from './shipments.ts';
import * as views from './views.ts';

/** Schemas that are named components of the OpenAPI document, by name. */
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
  ShipmentCount: shipments.shipmentCount,
  SearchResult: search.searchResult,
  SearchGroup: search.searchGroup,
  SearchHit: search.searchHit,
  Overview: overview.overview,
  RawMessage: rawMessage.rawMessage,
  SavedViewGiven: views.savedViewGiven,
  SavedView: views.savedView,
  SavedViewList: views.savedViewList,
  Feed: feeds.feed,
  FeedList: feeds.feedList,
  BrandGiven: brand.brandGiven,
  Brand: brand.brand,
  LogoGiven: brand.logoGiven,
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
  PortalLinkGiven: portal.portalLinkGiven,
  PortalLink: portal.portalLink,
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
  SignInGiven: people.signInGiven,
  SignInResult: people.signInResult,
  CodeGiven: people.codeGiven,
  PasswordResetRequestGiven: people.passwordResetRequestGiven,
  PasswordResetGiven: people.passwordResetGiven,
  PasswordChangeGiven: people.passwordChangeGiven,
  PasswordGiven: people.passwordGiven,
  SecondFactorSetUp: people.secondFactorSetUp,
  BackupCodeList: people.backupCodeList,
  Me: people.me,
  Member: people.member,
  MemberList: people.memberList,
  MemberChangeGiven: people.memberChangeGiven,
  InvitationGiven: people.invitationGiven,
  NewInvitation: people.newInvitation,
  InvitationList: people.invitationList,
  InvitationTokenGiven: people.invitationTokenGiven,
  InvitationShown: people.invitationShown,
  InvitationAcceptanceGiven: people.invitationAcceptanceGiven,
  AcceptedInvitation: people.acceptedInvitation,
  FirstRun: people.firstRun,
  FirstRunGiven: people.firstRunGiven,
  DemoState: demo.demoState,
  DemoFaultGiven: demo.demoFaultGiven,
  DemoRemoval: demo.demoRemoval,
  Liveness: administration.liveness,
  Readiness: administration.readiness,
};

/** Components of requests: members with a default value are optional there. */
export const componentsGiven: ReadonlySet<string> = new Set(
  Object.keys(components).filter((name) => name.endsWith('Given') || name === 'ReviewSelection'),
);
