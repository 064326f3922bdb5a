/**
 * The SDK's DynamoDBClient, put together from the SDK's own parts, for one place: a Lambda function in the partition `aws`.
 * Unless it is told otherwise, region and credentials come from the environment, and the endpoint from there
 * (`AWS_ENDPOINT_URL_DYNAMODB`) or from the region. What the SDK's own composition adds to that and no line of ours needs is not in here:
 * settings from files, the chain of credential providers, endpoint rules and discovery, schemas, user agent, call log, and trace headers.
 */
import {
  defaultDynamoDBHttpAuthSchemeParametersProvider,
  defaultDynamoDBHttpAuthSchemeProvider,
  resolveHttpAuthSchemeConfig,
} from '@aws-sdk/client-dynamodb/dist-es/auth/httpAuthSchemeProvider.js';
import { getHostHeaderPlugin, resolveHostHeaderConfig } from '@aws-sdk/core/client';
import { AwsSdkSigV4Signer } from '@aws-sdk/core/httpAuthSchemes';
import { fromEnv } from '@aws-sdk/credential-provider-env';
import { DefaultIdentityProviderConfig, getHttpAuthSchemePlugin, getHttpSigningPlugin } from '@smithy/core';
import { Sha256 } from '@smithy/core/checksum';
import { Client, NoOpLogger } from '@smithy/core/client';
import { resolveRegionConfig } from '@smithy/core/config';
import { getContentLengthPlugin, HttpRequest, parseUrl } from '@smithy/core/protocols';
import { getRetryPlugin, resolveRetryConfig } from '@smithy/core/retry';
import { getSchemaSerdePlugin } from '@smithy/core/schema';
import { calculateBodyLength } from '@smithy/core/serde';
import { NodeHttpHandler } from '@smithy/node-http-handler';

export class DynamoDBClient extends Client {
  constructor(settings = {}) {
    super(configOf(settings));
    const { config, middlewareStack } = this;
    middlewareStack.use(getSchemaSerdePlugin(config));
    middlewareStack.use(getRetryPlugin(config));
    middlewareStack.use(getContentLengthPlugin(config));
    middlewareStack.use(getHostHeaderPlugin(config));
    middlewareStack.use(getHttpAuthSchemePlugin(config, AUTHENTICATION));
    middlewareStack.use(getHttpSigningPlugin(config));
  }
}

export { Client as __Client };

const SIGNATURE = 'aws.auth#sigv4';

const AUTHENTICATION = {
  httpAuthSchemeParametersProvider: defaultDynamoDBHttpAuthSchemeParametersProvider,
  identityProviderConfigProvider: async ({ credentials }) =>
    new DefaultIdentityProviderConfig({ [SIGNATURE]: credentials }),
};

/** As in the SDK's own composition. */
const BASE_RETRY_DELAY_MS = 25;

function configOf(settings) {
  const { env } = process;
  const { region = env.AWS_REGION } = settings;
  const { endpoint = env.AWS_ENDPOINT_URL_DYNAMODB ?? `https://dynamodb.${region}.amazonaws.com` } = settings;
  const config = {
    ...settings,
    serviceId: 'DynamoDB',
    runtime: 'node',
    logger: new NoOpLogger(),
    region,
    endpoint: async () => parseUrl(endpoint),
    protocol: PLAIN_JSON,
    requestHandler: NodeHttpHandler.create(settings.requestHandler),
    bodyLengthChecker: calculateBodyLength,
    retryMode: 'standard',
    credentialDefaultProvider: () => fromEnv(),
    defaultSigningName: 'dynamodb',
    sha256: Sha256,
    httpAuthSchemeProvider: defaultDynamoDBHttpAuthSchemeProvider,
    httpAuthSchemes: [
      {
        schemeId: SIGNATURE,
        identityProvider: (providers) => providers.getIdentityProvider(SIGNATURE),
        signer: new AwsSdkSigV4Signer(),
      },
    ],
  };
  resolveRetryConfig(config, { defaultBaseDelay: BASE_RETRY_DELAY_MS });
  return resolveHttpAuthSchemeConfig(resolveHostHeaderConfig(resolveRegionConfig(config)));
}

/**
 * DynamoDB's protocol without the SDK's schemas. They are for binary attributes, which travel as base64; ours are text, numbers, booleans, null,
 * lists and maps, and those look the same on the wire and in a program. An error has the fields that the database gave it, and its name.
 */
const PLAIN_JSON = {
  setSerdeContext() {},

  async serializeRequest({ name }, input, { endpoint }) {
    return new HttpRequest({
      ...(await endpoint()),
      method: 'POST',
      headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `DynamoDB_20120810.${name}` },
      body: JSON.stringify(input),
    });
  },

  async deserializeResponse(_operation, _context, { statusCode, headers, body }) {
    const text = await collected(body);
    const answer = text === '' ? {} : JSON.parse(text);
    const $metadata = { httpStatusCode: statusCode, requestId: headers['x-amzn-requestid'] };
    if (statusCode < 300) return Object.assign(answer, { $metadata });
    const { __type = 'Unknown', message = answer.Message, ...fields } = answer;
    const name = __type.split('#').at(-1);
    const $fault = statusCode < 500 ? 'client' : 'server';
    throw Object.assign(new Error(message), fields, { name, $fault, $metadata });
  },
};

/** All of an answer. The SDK's own collector first asks whether it is a web stream, and that question loads all of them: 4 ms. */
function collected(answer) {
  return new Promise((resolve, reject) => {
    const chunks = [];
    answer
      .on('data', (chunk) => chunks.push(chunk))
      .on('error', reject)
      .on('end', () => resolve(Buffer.concat(chunks).toString()));
  });
}
