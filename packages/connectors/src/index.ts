export * from './_kit/index.ts';
export * from './all-connectors.ts';
