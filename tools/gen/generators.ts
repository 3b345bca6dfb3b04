import { carrierPage } from './carriers.ts';
import { cliPage } from './cli.ts';
import { configuration } from './configuration.ts';
import { connectorList } from './connector-list.ts';
import { errorsReference } from './errors.ts';
import type { Generator } from './generator.ts';
import { modulesTable } from './modules.ts';
import { openApi } from './openapi.ts';
import { performancePage } from './performance.ts';
import { rolesPage } from './roles.ts';
import { schema } from './schema.ts';
import { taxonomy } from './taxonomy.ts';

/** In this order, because a later generator may read the output of an earlier one. */
export const generators: readonly Generator[] = [
  connectorList,
  schema,
  taxonomy,
  configuration,
  carrierPage,
  cliPage,
  openApi,
  errorsReference,
  rolesPage,
  performancePage,
  modulesTable,
];
