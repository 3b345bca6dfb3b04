import { buildTables } from './build-tables.ts';

// A program of its own, started by `loadGazetteer`: writes the packed tables to its standard output.
process.stdout.write(await buildTables());
