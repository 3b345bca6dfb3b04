/**
 * Which module of the server may import which (packages/server/src/modules); used by the import rules and by
 * the table in ARCHITECTURE.md. Each row gives the reason. A new arrow is a decision: ask first whether
 * compose/ could pass a function instead.
 */
export const moduleArrows: Readonly<Record<string, readonly string[]>> = {
  // Sign-in, people, workspaces and keys: the others build on it.
  people: [],
  // Serves built pages; knows nothing of what they show.
  pages: [],
  // Accounts at outside parties, polling, feed health.
  carriers: [],
  // Raw messages arrive for an account.
  ingestion: ['carriers'],
  // Readers of the outbox.
  outbound: [],
  // Messages become shipments: reads the inbox, writes the outbox, chooses a carrier for a number.
  tracking: ['carriers', 'ingestion', 'outbound'],
  // Rules hold or end for shipments, and that is a change that the outbox reports.
  exceptions: ['tracking', 'outbound'],
  // Figures over shipments and feeds, for each workspace.
  insights: ['carriers', 'people'],
  // The recipient's page follows a shipment live.
  portal: ['outbound', 'tracking'],
  // Clears what every module leaves behind.
  administration: ['ingestion', 'outbound', 'people'],
  // Plays a whole installation, so it needs all that a real one does.
  demo: ['carriers', 'ingestion', 'people', 'portal', 'tracking'],
};
