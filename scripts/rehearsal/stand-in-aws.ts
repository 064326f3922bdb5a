import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { ACCOUNT } from './stack';

/** As much of AWS as `cdk publish-assets` asks for: it knows who calls, hands out any role, and keeps what is put into its buckets. */
export interface StandInAws {
  readonly endpoint: string;
  /** What was uploaded, by `bucket/key`. */
  readonly objects: ReadonlyMap<string, Buffer>;
  /** Requests that it had no answer to. */
  readonly unanswered: readonly string[];
  close(): Promise<void>;
}

export async function startStandInAws(): Promise<StandInAws> {
  const objects = new Map<string, Buffer>();
  const unanswered: string[] = [];
  const server = createServer((request, response) => {
    answer(request, response, objects).then(
      (isAnswered) => isAnswered || unanswered.push(`${request.method} ${request.url}`),
      () => response.destroy(),
    );
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    unanswered,
    close: async () => {
      server.closeAllConnections();
      await once(server.close(), 'close');
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  objects: Map<string, Buffer>,
): Promise<boolean> {
  const body = await buffer(request);
  const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
  if (request.method === 'PUT') {
    objects.set(decodeURIComponent(pathname.slice(1)), body);
    response.writeHead(200, { etag: '"put"' }).end();
    return true;
  }
  const found = ANSWERS.find(({ asks }) => asks.test(wordsOf(request, search, body)));
  if (found === undefined) {
    response.writeHead(501, { 'content-type': 'text/xml' }).end('<Error><Code>NotImplemented</Code></Error>');
    return false;
  }
  response.writeHead(found.status ?? 200, { 'content-type': found.body.startsWith('{') ? JSON_TYPE : 'text/xml' });
  response.end(found.body);
  return true;
}

/** What a request asks for stands in its body, its header or its query, by the service. */
function wordsOf({ headers }: IncomingMessage, search: string, body: Buffer): string {
  return `${headers['x-amz-target'] ?? ''} ${search} ${body.toString('latin1', 0, 200)}`;
}

const JSON_TYPE = 'application/x-amz-json-1.1';

const CREDENTIALS =
  '<AccessKeyId>REHEARSAL</AccessKeyId><SecretAccessKey>none</SecretAccessKey><SessionToken>none</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration>';

/** In the shapes of the services' own references. */
const ANSWERS: readonly { readonly asks: RegExp; readonly body: string; readonly status?: number }[] = [
  {
    asks: /Action=GetCallerIdentity/,
    body: `<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::${ACCOUNT}:user/rehearsal</Arn><UserId>A</UserId><Account>${ACCOUNT}</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`,
  },
  {
    asks: /Action=AssumeRole/,
    body: `<AssumeRoleResponse><AssumeRoleResult><Credentials>${CREDENTIALS}</Credentials></AssumeRoleResult></AssumeRoleResponse>`,
  },
  // The CDK's own stack is looked for only to tell which bucket it has; without it the bucket of the template is taken.
  {
    asks: /Action=DescribeStacks/,
    body: '<ErrorResponse><Error><Type>Sender</Type><Code>ValidationError</Code><Message>Stack with id CDKToolkit does not exist</Message></Error></ErrorResponse>',
    status: 400,
  },
  { asks: /AmazonSSM\.GetParameter/, body: '{"Parameter":{"Name":"version","Type":"String","Value":"30"}}' },
  { asks: /\?location/, body: '<LocationConstraint/>' },
  {
    asks: /\?encryption/,
    body: '<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm></ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>',
  },
  { asks: /list-type=2/, body: '<ListBucketResult><KeyCount>0</KeyCount></ListBucketResult>' },
];
