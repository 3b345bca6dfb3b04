export * from './_kit/index.ts';
export { carriers } from './carriers/index.ts';
