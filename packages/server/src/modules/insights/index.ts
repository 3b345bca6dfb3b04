export { startCountingFigures } from './jobs/start-counting-figures.ts';
