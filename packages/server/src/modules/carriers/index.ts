export { type CarrierChoice, chooseCarrier } from './choose-carrier.ts';
export { countFeeds } from './feeds/count-feeds.ts';
export { startPoller } from './polling/start-poller.ts';
export {
  type AccountRow,
  addAccount,
  findHookAccount,
  listAccounts,
  sealingPlaceOf,
} from './store/accounts.ts';
export { forgetFeedHours } from './store/feed-hours.ts';
