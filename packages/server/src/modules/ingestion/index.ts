export { HookAccounts } from './hook-accounts.ts';
export { MessageCache } from './message-cache.ts';
export { type IncomingMessage, type Receipt, Receiver } from './receive.ts';
export { type Claimed, type ClaimedMessage, claimMessages, oldestDue, postpone } from './store/inbox.ts';
export { inboxDepth, type RawMessage } from './store/raw-messages.ts';
export { createRawPartitions, dropRawBefore } from './store/raw-partitions.ts';
export { setAside } from './store/set-aside.ts';
