import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';

/** Where the database is and who asks, when the environment does not say it. */
export type DynamoConnection = Pick<DynamoDBClientConfig, 'endpoint' | 'region' | 'credentials'>;

/**
 * Make the client for a {@link createDynamoProgressStore}: one call takes about 2.1 s at worst, unless its answer drips in or asks for
 * a pause before the second attempt. Whoever cannot wait gives the call up: see docs/decisions/0012.
 * Without a `connection` the SDK takes everything from the environment, `AWS_ENDPOINT_URL_DYNAMODB` included.
 */
export function createDynamoClient(connection: DynamoConnection = {}): DynamoDBClient {
  return new DynamoDBClient({
    ...connection,
    maxAttempts: 2,
    requestHandler: {
      connectionTimeout: 500,
      // Bounds the wait for an answer to begin; only logged unless it is told to throw.
      requestTimeout: 1_000,
      throwOnRequestTimeout: true,
      // Bounds an answer that stalls in the middle.
      socketTimeout: 1_000,
    },
  });
}
