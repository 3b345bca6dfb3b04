/** `npm run check`: everything that must pass before a change is merged. */
import { runChecks } from './check/run-checks.ts';

const { passed } = await runChecks();
console.log(passed ? 'All checks passed.' : 'Some checks failed; see above.');
process.exitCode = passed ? 0 : 1;
