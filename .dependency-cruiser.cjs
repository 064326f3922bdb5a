const CORE = '^lambda/core/';
const ALEXA = '^lambda/alexa/';
const STORAGE = '^lambda/storage/';
const SKILL = '^lambda/skill\\.ts$';
/** The skill and what it is made of beside its folders: all of lambda/ itself but the entry. */
const SHELL = '^lambda/(?!index\\.ts$)[^/]+$';
const ENTRY = '^lambda/index\\.ts$';
/** What stack and function must agree on. */
const AGREED = '^lambda/(storage/table-shape|metric-names|whoever-lambda-lets-in)\\.ts$';
const ASK_SDK = '^node_modules/ask-sdk-';
const AWS_SDK = '^node_modules/@aws-sdk/';

/** Node's own modules have no path of ours: they are told by their kind. */
const outside = (...allowed) => ({ pathNot: allowed, dependencyTypesNot: ['core'] });

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'core-imports-only-core',
      comment:
        'Core decides and is pure: what it knows comes in as arguments, so that every decision can be tested and replayed.',
      severity: 'error',
      from: { path: CORE },
      to: { pathNot: CORE },
    },
    {
      name: 'alexa-translates-only',
      comment:
        'The Alexa edge turns requests into events and acts into responses; where progress is kept is not its business.',
      severity: 'error',
      from: { path: ALEXA },
      to: outside(CORE, ALEXA, ASK_SDK),
    },
    {
      name: 'storage-keeps-only',
      comment: 'Storage keeps what core describes and would keep it the same for any voice service.',
      severity: 'error',
      from: { path: STORAGE },
      to: outside(CORE, STORAGE, AWS_SDK),
    },
    {
      name: 'skill-has-nothing-real-plugged-in',
      comment:
        'The skill knows a store only as the interface in core, so that tests and the simulator can run the whole of it.',
      severity: 'error',
      from: { path: SHELL },
      to: outside(SHELL, CORE, ALEXA, ASK_SDK),
    },
    {
      name: 'function-ships-only-itself',
      comment:
        'What the function imports goes into its bundle: nothing of the simulator, the infrastructure, scripts or tests.',
      severity: 'error',
      from: { path: ENTRY },
      to: outside('^lambda/', ASK_SDK, AWS_SDK),
    },
    {
      name: 'function-is-imported-by-nobody',
      comment:
        'index.ts reads the environment and reaches for the table as it loads: only Lambda, and the test of it, may load it.',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: ENTRY },
    },
    {
      name: 'function-never-loads-node-http',
      comment: 'An import of node:http loads all of fetch, 40 to 50 ms of every cold start: use node:https.',
      severity: 'error',
      from: { path: '^lambda/' },
      to: { path: '^(node:)?http$', dependencyTypes: ['core'] },
    },
    {
      name: 'infra-names-the-function-by-path',
      comment:
        'The stack and the function share the names of keys and metrics and a word in place of an id, which live once; all else of the function is only bundled.',
      severity: 'error',
      from: { path: '^infra/' },
      to: { path: '^(lambda|simulator|scripts|test|interaction-model)/', pathNot: AGREED },
    },
    {
      name: 'simulator-uses-the-skill-from-outside',
      comment:
        'The local Alexa holds the skill to the platform: it knows requests and responses, not how the skill makes them.',
      severity: 'error',
      from: { path: '^simulator/' },
      to: { path: '^(lambda|infra|scripts|test)/', pathNot: [SKILL, CORE, STORAGE] },
    },
    {
      name: 'nobody-imports-tests-or-scripts',
      comment:
        'What tests and scripts need of each other lives with them; what the product needs lives in the product.',
      severity: 'error',
      from: { pathNot: '^(test|scripts)/' },
      to: { path: '^(test|scripts)/' },
    },
    {
      name: 'no-cycles',
      comment: 'Files that import each other can only be understood, and loaded, together.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'nothing-unresolved',
      comment: 'An import that leads nowhere fails only when it runs.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'function-depends-on-dependencies',
      comment: 'What runs on Lambda stands under "dependencies" in package.json, where its updates are watched.',
      severity: 'error',
      from: { path: '^lambda/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'npm-optional'] },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true, // an import of a type is an import: it ties two parts together just as well
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(test/dynamodb-local/node_modules|scripts/bench/adapter-baseline)/' },
    enhancedResolveOptions: { conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
