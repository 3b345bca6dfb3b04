/** `npm test`: the same as `npm run check`, with the count of tests on the last line. */
import { formatCounts, runChecks } from './check/run-checks.ts';

const { passed, counts } = await runChecks();
console.log(formatCounts(counts));
process.exitCode = passed ? 0 : 1;
