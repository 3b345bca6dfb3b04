export { startDeadlineWatch } from './jobs/start-deadline-watch.ts';
