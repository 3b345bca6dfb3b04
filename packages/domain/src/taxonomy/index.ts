export * from './milestones.ts';
export * from './sub-statuses.ts';
export * from './vocabularies.ts';
