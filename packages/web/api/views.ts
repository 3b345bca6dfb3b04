import type { AnswerOf, BodyOf, QueryOf } from './operation.ts';

/** Types of the responses, by the names that screens use. */
export type ShipmentHistoryView = AnswerOf<'GET /v1/shipments/{id}/history'>;
export type ShipmentView = ShipmentHistoryView['shipment'];
export type TimelineEntryView = ShipmentHistoryView['timeline'][number];
export type LegView = ShipmentHistoryView['legs'][number];
export type PlaceView = NonNullable<ShipmentView['origin']>;
export type Milestone = ShipmentView['milestone'];
export type ShipmentListQuery = QueryOf<'GET /v1/shipments'>;
export type ShipmentCountView = AnswerOf<'GET /v1/shipments/count'>;
export type BatchResultView = AnswerOf<'POST /v1/shipments/batch'>;
export type SearchGroupView = AnswerOf<'GET /v1/search'>['groups'][number];
export type MeasureView = AnswerOf<'GET /v1/overview'>['measures'][number];
export type SavedViewView = AnswerOf<'GET /v1/views'>['views'][number];
export type RawMessageView = AnswerOf<'GET /v1/shipments/{id}/messages/{messageId}'>;
export type FeedView = AnswerOf<'GET /v1/feeds'>['feeds'][number];
export type AccountView = AnswerOf<'POST /v1/carrier-accounts'>;
export type CarrierView = AnswerOf<'GET /v1/carriers'>['carriers'][number];
export type ReviewGroupView = AnswerOf<'GET /v1/review'>['groups'][number];
export type ApiKeyView = AnswerOf<'GET /v1/keys'>['keys'][number];
export type MeView = AnswerOf<'GET /v1/me'>;
export type Role = MeView['workspaces'][number]['role'];
export type Scope = NonNullable<MeView['current']>['scopes'][number];
export type MemberView = AnswerOf<'GET /v1/people'>['people'][number];
export type InvitationView = AnswerOf<'GET /v1/invitations'>['invitations'][number];
export type DemoView = AnswerOf<'GET /v1/demo'>;
export type BrandView = AnswerOf<'GET /v1/brand'>;
export type BrandGiven = BodyOf<'PUT /v1/brand'>;
