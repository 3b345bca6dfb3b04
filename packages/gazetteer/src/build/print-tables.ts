import { buildTables } from './build-tables.ts';

// A separate program, started by `loadGazetteer`: writes the packed tables to its standard output.
process.stdout.write(await buildTables());
