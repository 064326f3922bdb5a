import type { Cut } from './bundle-plugins';

const DYNAMODB = '@aws-sdk/client-dynamodb/dist-es';
const CORE = '@smithy/core/dist-es/submodules';

/** What the function ships without, and why. Held by test/infra/bundled-store.test.ts, which drives what is left against a real database. */
export const BUNDLE_CUTS: readonly Cut[] = [
  {
    kind: 'replaced',
    module: 'ask-sdk-core/dist/index.js',
    by: 'bundle-replacements/ask-sdk-core.mjs',
    because: 'it takes in all of the SDK; we use the skill builder and the API client',
  },
  {
    kind: 'trimmed',
    module: 'ask-sdk-core/dist/service/DefaultApiClient.js',
    edits: [
      ['const url = require("url");', ''],
      ['url.parse(request.url);', 'new URL(request.url); urlObj.path = urlObj.pathname + urlObj.search;'],
    ],
    because: 'Node 24 writes a warning into the log when url.parse is called',
  },
  {
    kind: 'replaced',
    module: 'ask-sdk-model/index.js',
    by: 'ask-sdk-model-stub.ts',
    because: 'clients of services that we call ourselves',
  },
  {
    kind: 'trimmed',
    module: 'ask-sdk-core/package.json',
    edits: [[/^.*"version": ("[^"]+").*$/s, '{"version":$1}']],
    because: 'only the version is read, for the name that an answer gives of itself',
  },
  {
    kind: 'replaced',
    module: `${DYNAMODB}/DynamoDBClient.js`,
    by: 'bundle-replacements/dynamodb-client.mjs',
    because: 'on Lambda, the environment says where and who we are: no files, chains, rules or discovery',
  },
  {
    kind: 'trimmed',
    module: `${DYNAMODB}/commandBuilder.js`,
    edits: [
      [
        'import { getEndpointPlugin } from "@smithy/core/endpoints";',
        'const getEndpointPlugin = () => ({ applyToStack() {} });',
      ],
    ],
    because: 'the endpoint is the same for every command: the client knows it',
  },
  {
    kind: 'left-out',
    module: '@aws-sdk/core/dist-es/submodules/client/util-endpoints/aws.js',
    because: 'the partitions of AWS, for the rules by which an endpoint is found',
  },
  {
    kind: 'trimmed',
    module: `${DYNAMODB}/schemas/schemas_0.js`,
    edits: [
      [/^export var \w+\$ = \[-3,[^;]*;$/gm, ''],
      [/^.*_registry.*$/gm, ''],
      [/\(\) => \w+Input\$, \(\) => \w+Output\$/g, '"unit", "unit"'],
    ],
    because: 'what we send and read is plain JSON, and we tell errors by their name',
  },
  {
    kind: 'left-out',
    module: `${CORE}/checksum/sha256/Sha256Js.js`,
    because: 'for a runtime without crypto',
  },
  {
    kind: 'left-out',
    module: `${CORE}/client/smithy-client/schemaLogFilter.js`,
    because: 'hides what is sensitive in a log of calls, which we do not write',
  },
  {
    kind: 'left-out',
    module: `${CORE}/retry/util-retry/AdaptiveRetryStrategy.js`,
    because: 'our client retries in the standard way',
  },
  {
    kind: 'trimmed',
    module: '@smithy/signature-v4/dist-es/SignatureV4.js',
    edits: [['headerFormatter = new HeaderFormatter();', '']],
    because: 'signs event streams, which DynamoDB does not have',
  },
  {
    kind: 'left-out',
    module: '@smithy/signature-v4/dist-es/moveHeadersToQuery.js',
    because: 'signs links for others to use',
  },
  {
    kind: 'trimmed',
    module: '@aws-sdk/core/dist-es/submodules/httpAuthSchemes/aws_sdk/clock-skew-defaults.js',
    edits: [[/^.*$/s, 'export const DEFAULT_DISABLE_CLOCK_SKEW_CORRECTION = false;']],
    because: 'the SDK looks for this setting in files; its own default is as good',
  },
];
