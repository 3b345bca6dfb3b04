export { type CarrierChoice, chooseCarrier } from './choose-carrier.ts';
export { countFeeds } from './feeds/count-feeds.ts';
export { startPoller } from './polling/start-poller.ts';
export {
  addCarrierAccount,
  type CarrierAccountRow,
  findHookAccount,
  listCarrierAccounts,
  sealingPlaceOf,
} from './store/carrier-accounts.ts';
export { forgetFeedHours } from './store/feed-hours.ts';
