export * from './order-report.ts';
export * from './position-report.ts';
export * from './receipt-report.ts';
export * from './stock-report.ts';
