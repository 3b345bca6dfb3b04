/** Text of the Today page. */
export const todayText = {
  title: 'Today',
  lead: 'What needs attention today.',
  measures: {
    needsPerson: 'Needs attention',
    atRisk: 'At risk today',
    outForDelivery: 'Out for delivery',
    delivered: 'Delivered today',
    notMoved: 'No scan for 3 days',
  },
  trend: 'Last 14 days',
  feeds: 'Feeds',
  allFeeds: 'Carriers & feeds',
  attention: 'Open longest',
  attentionAll: 'All that need attention',
  attentionNone: 'Nothing needs attention. Problems will appear here.',
  feedsNone: 'No carrier accounts yet.',
  addFeed: 'Add the first one',
  events: '{count, plural, one {# event} other {# events}} in 24 h',
} as const;
