export * from './roll-up.ts';
export * from './shipment.ts';
export * from './tracking-id.ts';
