/** `npm run check`: everything that has to hold before a change goes in. */
import { runChecks } from './check/run-checks.ts';

const { passed } = await runChecks();
console.log(passed ? 'All is well.' : 'Something is not well; see above.');
process.exitCode = passed ? 0 : 1;
