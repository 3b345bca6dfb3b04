/**
 * The import rules. Each `comment` explains what to consider when the rule reports an import; changing the
 * rule is the last option. Imports of types count too, because they are dependencies.
 */
import { moduleArrows } from './tools/module-arrows.ts';

/** Tests and their support code may import more than the product. */
const testFiles = '[.]test[.]ts$|/testing/|/_kit/conformance/';
const entryPoints = [
  '^packages/[^/]+/src/index[.]ts$',
  '^packages/server/src/((platform/database|testing)/index|testing/pieces)[.]ts$',
  '^packages/simulator/src/run[.]ts$',
];
/** Pages run as bundles that contain all their dependencies. */
const builtPages = '^packages/web/';
const fixtures = '^packages/connectors/src/[^/]+/[^/]+/fixtures/';
const connectorKinds = 'carriers|shops|warehouses|messengers|helpdesks|fleets|formats';

/** A package imports only the listed packages, and only through their entry points. */
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
      'The domain depends on nothing. If it needs something from outside, the caller passes it as an argument.',
  }),
  arrow({
    from: 'contract',
    to: ['domain'],
    comment:
      'The contract is the public interface. It may reuse closed vocabularies of the domain; logic stays where it is.',
  }),
  arrow({
    from: 'gazetteer',
    to: ['domain'],
    comment: 'The gazetteer implements the place look-up of the domain, and nothing else.',
  }),
  arrow({
    from: 'connectors',
    to: ['domain'],
    comment:
      'A connector translates payloads into facts of the domain. Storage, HTTP routes and settings belong to the server.',
  }),
  arrow({
    from: 'simulator',
    to: ['domain', 'connectors'],
    comment:
      'The simulator represents the outside world, so it uses the server over HTTP like every other client.',
  }),
  arrow({
    from: 'web',
    to: ['contract'],
    comment:
      'The pages use the server through its contract only, like every other client. If a page lacks data, add it to a response of the API.',
  }),
  arrow({
    from: 'server',
    to: ['contract', 'connectors', 'domain', 'gazetteer', 'simulator'],
    comment:
      'The server combines the packages. If it needs something from tools, bench or e2e, move that code into a package.',
  }),
];

const packages = [
  {
    name: 'no-deep-imports-across-packages',
    severity: 'error',
    comment:
      'A package is imported through its entry point (`@milepost/<name>`). If what you need is not exported there, consider whether it should be, and export it.',
    from: { path: '^(packages/[^/]+|bench|e2e)/', pathNot: '^packages/simulator/' },
    to: { path: '^packages/[^/]+/', pathNot: ['^$1/', ...entryPoints] },
  },
  {
    name: 'simulator-borrows-only-fixtures',
    severity: 'error',
    comment:
      'The simulator may reuse fixtures, so that they exist once. If it used a connector’s code, both could have the same bug without a failing test.',
    from: { path: '^packages/simulator/' },
    to: { path: '^packages/[^/]+/', pathNot: ['^packages/simulator/', fixtures, ...entryPoints] },
  },
  {
    name: 'product-imports-no-tools',
    severity: 'error',
    comment: 'tools, bench and e2e use the product from outside. Move what both sides need into a package.',
    from: { path: '^packages/' },
    to: { path: '^(tools|bench|e2e)/' },
  },
  {
    name: 'only-the-demo-starts-the-simulator',
    severity: 'error',
    comment:
      'Outside the demo the server must not depend on the simulator, so that it cannot behave differently for simulated carriers.',
    from: { path: '^packages/server/', pathNot: [testFiles, '^packages/server/src/modules/demo/'] },
    to: { path: '^packages/simulator/' },
  },
  {
    name: 'product-does-not-need-its-tests',
    severity: 'error',
    comment:
      'Code that the product needs is not test code. Move it out of the test file or the testing folder.',
    from: { path: '^packages/', pathNot: testFiles },
    to: { path: testFiles },
  },
];

const pages = [
  {
    name: 'pages-do-not-know-each-other',
    severity: 'error',
    comment:
      'Dashboard and portal have different users and security policies. Move what both need into ui or api.',
    from: { path: '^packages/web/(dashboard|portal)/' },
    to: { path: '^packages/web/(dashboard|portal)/', pathNot: '^packages/web/$1/' },
  },
  {
    name: 'components-know-no-page',
    severity: 'error',
    comment: 'ui and api are shared by all pages. A component receives data of one page as a property.',
    from: { path: '^packages/web/(ui|api)/', pathNot: testFiles },
    to: { path: '^packages/web/(dashboard|portal)/' },
  },
];

const purity = [
  {
    name: 'domain-touches-nothing',
    severity: 'error',
    comment:
      'The domain has no input and no output; its only library is a Temporal implementation. The caller reads, fetches or draws random values and passes the result.',
    from: { path: '^packages/domain/src/', pathNot: testFiles },
    to: { pathNot: ['^packages/domain/', '(^|/)temporal-(polyfill|spec)(/|$)'] },
  },
  {
    name: 'connector-gets-its-tools-from-the-kit',
    severity: 'error',
    comment:
      'The kit passes HTTP, cryptography, clock and randomness to a connector, so that tests need none of them. If the kit lacks something, add it there.',
    from: { path: `^packages/connectors/src/(${connectorKinds})/`, pathNot: testFiles },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'connector-never-knows-another',
    severity: 'error',
    comment:
      'Carriers that are similar today change independently. Move what is common by nature (a standard, a date format) into _kit or the domain.',
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
      'The kit is shared by all connectors. A special case of one connector belongs in its folder, behind a hook of the kit.',
    from: { path: '^packages/connectors/src/_kit/', pathNot: testFiles },
    to: { path: `^packages/connectors/src/(${connectorKinds})/` },
  },
];

const modulesFolder = '^packages/server/src/modules';

/** A module imports only the listed modules. */
function moduleArrow([name, others]) {
  return {
    name: `module-${name}-imports-only-${others.join('-and-') || 'platform'}`,
    severity: 'error',
    comment:
      'Modules import each other along listed arrows only, so that each can be read and changed separately. Can the caller in compose/ pass a function instead? If not, list the arrow with its reason.',
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
      'Other modules use a module through its index.ts, so that the rest can change freely. Export what you need there, or consider whether it should be shared.',
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
      'compose/ and cli/ use a module through its index.ts, and its HTTP routes through routes/index.ts. Routes are separate, so that a worker thread does not load them.',
    from: { path: '^packages/server/src/(compose|cli)/', pathNot: testFiles },
    to: { path: `${modulesFolder}/`, pathNot: `${modulesFolder}/[^/]+/(routes/)?index[.]ts$` },
  },
  {
    name: 'platform-imports-no-module',
    severity: 'error',
    comment:
      'The platform is shared by all modules. If it needs something from a module, it defines an interface, and compose/ passes the implementation.',
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
      'Code that opens a connection, a port or a timer is in a file named open-… or start-…, and only compose/ calls it. Everything else receives the opened object as an argument.',
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
      'Two files that import each other are one file, or both need a third one. Imports of types count, because a reader follows them too.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'resolvable',
    severity: 'error',
    comment:
      'The import has no target. Relative imports include `.ts`; packages are listed in the package.json of the importing package.',
    from: {},
    // The build creates virtual modules.
    to: { couldNotResolve: true, pathNot: '^virtual:' },
  },
  {
    name: 'declared',
    severity: 'error',
    comment:
      'The package is installed only as a dependency of another package and may disappear with it. Declare it where it is used.',
    from: { pathNot: '[.]test[.]ts$' },
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
  {
    name: 'product-runs-without-dev-dependencies',
    severity: 'error',
    comment:
      'An installation without development dependencies lacks this package. Make it a dependency, or move the import.',
    from: { path: '^packages/', pathNot: [testFiles, builtPages] },
    to: { dependencyTypes: ['npm-dev'], pathNot: 'node_modules/@types/' },
  },
];

export default {
  forbidden: [...arrows, ...packages, ...pages, ...purity, ...server, ...hygiene],
  options: {
    // dependency-cruiser cannot parse with TypeScript 7, so swc parses the sources. Ignore its warning that
    // files may be missing without an older TypeScript: tools/import-rules.test.ts proves that every rule
    // works.
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
