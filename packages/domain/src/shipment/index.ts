export * from './leg.ts';
export * from './roll-up.ts';
export * from './tracking-id.ts';
