/** Text of the Today page. */
export const todayText = {
  title: 'Today',
  lead: 'What is under way, and what needs a person.',
  measures: {
    needsPerson: 'Needs a person',
    atRisk: 'At risk today',
    outForDelivery: 'Out for delivery',
    delivered: 'Delivered today',
    notMoved: 'Not moved',
  },
  trend: 'Last 14 days',
  feeds: 'Feeds',
  allFeeds: 'Carriers & feeds',
  attention: 'Longest in trouble',
  attentionAll: 'All that need a person',
  attentionNone: 'Nothing needs a person. What goes wrong appears here by itself.',
  feedsNone: 'No carrier account yet.',
  addFeed: 'Add the first one',
  events: '{count, plural, one {# event} other {# events}} in 24 h',
} as const;
