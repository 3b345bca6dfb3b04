export * from './exceptions/index.ts';
export * from './place/index.ts';
export * from './reports/index.ts';
export * from './shipment/index.ts';
export * from './taxonomy/index.ts';
export * from './time/index.ts';
export * from './tracking/index.ts';
