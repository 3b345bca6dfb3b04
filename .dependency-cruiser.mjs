/**
 * Who may know whom. Each `comment` says what to think about when the rule bites; moving the rule is the last
 * thing to try. Type imports count: a type that crosses a wall is a dependency all the same.
 */

import { moduleArrows } from './tools/module-arrows.ts';

/** Tests and what serves them may reach further than the product. */
const testFiles = '[.]test[.]ts$|/testing/|/_kit/conformance[.]ts$';
const frontDoors = [
  '^packages/[^/]+/src/index[.]ts$',
  '^packages/server/src/(platform/database|testing)/index[.]ts$',
  '^packages/simulator/src/run[.]ts$',
];
/** Pages run as the bundles that are built of them, with everything they need inside. */
const builtPages = '^packages/web/';
const fixtures = '^packages/connectors/src/[^/]+/[^/]+/fixtures/';
const connectorKinds = 'carriers|shops|warehouses|messengers|helpdesks|fleets';

/** A package sees only the packages named here, and always their front door. */
function arrow({ from, to, comment }) {
  const others = to.map((name) => `^packages/${name}/`);
  return {
    name: `${from}-knows-only-${to.join('-and-') || 'itself'}`,
    severity: 'error',
    comment,
    from: { path: `^packages/${from}/`, pathNot: testFiles },
    to: { path: '^packages/', pathNot: [`^packages/${from}/`, ...others] },
  };
}

const arrows = [
  arrow({
    from: 'domain',
    to: [],
    comment:
      'The domain is the innermost room. If it needs something from outside, the caller hands it in as an argument.',
  }),
  arrow({
    from: 'contract',
    to: ['domain'],
    comment:
      'The contract is what the outside sees. It may borrow closed vocabularies; logic stays where it is.',
  }),
  arrow({
    from: 'gazetteer',
    to: ['domain'],
    comment: 'The gazetteer answers the questions that the domain asks about places, and nothing else.',
  }),
  arrow({
    from: 'connectors',
    to: ['domain'],
    comment:
      'A connector translates into the language of the domain. Storage, HTTP routes and settings are not its business.',
  }),
  arrow({
    from: 'simulator',
    to: ['domain', 'connectors'],
    comment:
      'The simulator stands for the outside world, so it reaches the server over HTTP like anyone else.',
  }),
  arrow({
    from: 'web',
    to: ['contract'],
    comment:
      'The pages know the server by its contract only, like everybody else outside. What a page lacks belongs into an answer of the API.',
  }),
  arrow({
    from: 'server',
    to: ['contract', 'connectors', 'domain', 'gazetteer', 'simulator'],
    comment:
      'The server puts the rooms together. If it wants something from tools, bench or e2e, that thing stands in the wrong place.',
  }),
];

const doors = [
  {
    name: 'no-deep-imports-across-packages',
    severity: 'error',
    comment:
      'A package is entered by its door (`@milepost/<name>`). If what you need is not exported there, ask whether it should be, and export it.',
    from: { path: '^(packages/[^/]+|bench|e2e)/', pathNot: '^packages/simulator/' },
    to: { path: '^packages/[^/]+/', pathNot: ['^$1/', ...frontDoors] },
  },
  {
    name: 'simulator-borrows-only-fixtures',
    severity: 'error',
    comment:
      'The simulator may speak with the fixtures’ words, so that they are kept once. If it used a connector’s code, both could be wrong in the same way and agree.',
    from: { path: '^packages/simulator/' },
    to: { path: '^packages/[^/]+/', pathNot: ['^packages/simulator/', fixtures, ...frontDoors] },
  },
  {
    name: 'nobody-imports-the-workshop',
    severity: 'error',
    comment:
      'tools, bench and e2e look at the product from outside. What both sides need belongs into a package.',
    from: { path: '^packages/' },
    to: { path: '^(tools|bench|e2e)/' },
  },
  {
    name: 'only-the-demo-starts-the-simulator',
    severity: 'error',
    comment:
      'Outside the demo the server must not know that a simulator exists: it would be one step from behaving differently for it.',
    from: { path: '^packages/server/', pathNot: [testFiles, '^packages/server/src/modules/demo/'] },
    to: { path: '^packages/simulator/' },
  },
  {
    name: 'product-does-not-need-its-tests',
    severity: 'error',
    comment:
      'What the product needs is not test equipment. Move it out of the test file or the testing folder.',
    from: { path: '^packages/', pathNot: testFiles },
    to: { path: testFiles },
  },
];

const pages = [
  {
    name: 'pages-do-not-know-each-other',
    severity: 'error',
    comment:
      'Dashboard and portal are loaded by different people under different policies. What both need belongs into ui or api.',
    from: { path: '^packages/web/(dashboard|portal)/' },
    to: { path: '^packages/web/(dashboard|portal)/', pathNot: '^packages/web/$1/' },
  },
  {
    name: 'components-know-no-page',
    severity: 'error',
    comment:
      'ui and api serve every page alike. What a component needs of one page is handed in as a property.',
    from: { path: '^packages/web/(ui|api)/', pathNot: testFiles },
    to: { path: '^packages/web/(dashboard|portal)/' },
  },
];

const purity = [
  {
    name: 'domain-touches-nothing',
    severity: 'error',
    comment:
      'The domain has no input and no output; its one library is a Temporal implementation. Let the caller read, fetch or draw lots, and pass the result in.',
    from: { path: '^packages/domain/src/', pathNot: testFiles },
    to: { pathNot: ['^packages/domain/', '(^|/)temporal-(polyfill|spec)(/|$)'] },
  },
  {
    name: 'connector-gets-its-tools-from-the-kit',
    severity: 'error',
    comment:
      'HTTP, cryptography, clock and randomness are handed in by the kit, so that a connector is tested without any of them. If the kit lacks something, add it there.',
    from: { path: `^packages/connectors/src/(${connectorKinds})/`, pathNot: testFiles },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'connector-never-knows-another',
    severity: 'error',
    comment:
      'Two carriers that look alike today part ways tomorrow. What is common by nature (a standard, a date format) belongs into _kit or the domain.',
    from: { path: `^packages/connectors/src/(${connectorKinds})/([^/]+)/` },
    to: {
      path: `^packages/connectors/src/(${connectorKinds})/`,
      pathNot: '^packages/connectors/src/$1/$2/',
    },
  },
  {
    name: 'kit-knows-no-connector',
    severity: 'error',
    comment:
      'The kit serves every connector alike. A special case for one of them belongs into its folder, behind a hook of the kit.',
    from: { path: '^packages/connectors/src/_kit/', pathNot: testFiles },
    to: { path: `^packages/connectors/src/(${connectorKinds})/` },
  },
];

const modulesFolder = '^packages/server/src/modules';

/** A module sees only the modules named above. */
function moduleArrow([name, others]) {
  return {
    name: `module-${name}-imports-only-${others.join('-and-') || 'platform'}`,
    severity: 'error',
    comment:
      'Modules import each other along listed arrows only, so that each can be read and changed alone. Can the caller in compose/ hand over a function instead? If not, list the arrow with its reason.',
    from: { path: `${modulesFolder}/${name}/`, pathNot: testFiles },
    to: {
      path: `${modulesFolder}/`,
      pathNot: [name, ...others].map((other) => `${modulesFolder}/${other}/`),
    },
  };
}

const server = [
  ...Object.entries(moduleArrows).map(moduleArrow),
  {
    name: 'modules-are-entered-by-their-index',
    severity: 'error',
    comment:
      'What other modules use of a module is listed in its index.ts, so that the rest can change freely. Export it there, or ask whether it should be shared at all.',
    from: { path: `${modulesFolder}/([^/]+)/`, pathNot: testFiles },
    to: {
      path: `${modulesFolder}/`,
      pathNot: [`${modulesFolder}/$1/`, `${modulesFolder}/[^/]+/index[.]ts$`],
    },
  },
  {
    name: 'compose-enters-modules-by-index-and-routes',
    severity: 'error',
    comment:
      'compose/ and cli/ use a module through its index.ts, and its HTTP routes through routes/index.ts. Routes are apart so that a worker thread does not load them.',
    from: { path: '^packages/server/src/(compose|cli)/', pathNot: testFiles },
    to: { path: `${modulesFolder}/`, pathNot: `${modulesFolder}/[^/]+/(routes/)?index[.]ts$` },
  },
  {
    name: 'platform-imports-no-module',
    severity: 'error',
    comment:
      'The platform serves every module alike. What it needs of one is an interface of its own, which compose/ fills.',
    from: { path: '^packages/server/src/platform/', pathNot: testFiles },
    to: { path: '^packages/server/src/(modules|compose|cli)/' },
  },
  {
    name: 'modules-do-not-know-who-composes-them',
    severity: 'error',
    comment:
      'A module receives what it needs as arguments. Importing from compose/ or cli/ would make every module depend on all others.',
    from: { path: `${modulesFolder}/`, pathNot: testFiles },
    to: { path: '^packages/server/src/(compose|cli)/' },
  },
  {
    name: 'only-the-database-platform-opens-a-database',
    severity: 'error',
    comment:
      'Engines are opened in platform/database, so that both behave alike. A store receives an opened database.',
    from: { path: '^packages/', pathNot: ['^packages/server/src/platform/database/', testFiles] },
    to: { path: 'node_modules/(pg|@electric-sql/pglite|kysely)/' },
  },
  {
    name: 'only-compose-constructs',
    severity: 'error',
    comment:
      'What opens a connection, a port or a timer lives in a file named open-… or start-… and is called by compose/ alone. Everything else receives the opened thing as an argument.',
    from: {
      path: '^packages/server/src/',
      pathNot: ['^packages/server/src/(compose|cli)/', '/index[.]ts$', testFiles],
    },
    to: { path: '^packages/server/src/.+/(open|start)-[^/]+[.]ts$' },
  },
];

const hygiene = [
  {
    name: 'no-cycles',
    severity: 'error',
    comment:
      'Two files that need each other are one file, or hide a third that both need. Type imports count, because a reader follows them too.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'resolvable',
    severity: 'error',
    comment:
      'The import leads nowhere. Relative imports carry `.ts`; packages stand in the package.json beside the code.',
    from: {},
    // A virtual module is made by the build itself.
    to: { couldNotResolve: true, pathNot: '^virtual:' },
  },
  {
    name: 'declared',
    severity: 'error',
    comment:
      'The package arrives by somebody else’s dependency and may leave with it. Declare it where it is used.',
    from: { pathNot: '[.]test[.]ts$' },
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
  {
    name: 'product-runs-without-dev-dependencies',
    severity: 'error',
    comment:
      'An installation without development packages would lack this one. It is a dependency, or the import is in the wrong file.',
    from: { path: '^packages/', pathNot: [testFiles, builtPages] },
    to: { dependencyTypes: ['npm-dev'], pathNot: 'node_modules/@types/' },
  },
];

export default {
  forbidden: [...arrows, ...doors, ...pages, ...purity, ...server, ...hygiene],
  options: {
    // TypeScript 7 is no library that dependency-cruiser could read our sources with, so swc does. The notice
    // that sources may have been missed for want of an older TypeScript does not hold;
    // tools/import-rules.test.ts shows that every rule sees what it is to see.
    parser: 'swc',
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^packages/web/dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
