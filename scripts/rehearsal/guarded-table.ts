import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { isAllowed, type Right } from './role-policy';
import { arnOf, type StackPlace } from './stack';

/** The way to the database, on which a role's rights hold as they would in the cloud, and everything is written down. */
export interface GuardedTable {
  readonly endpoint: string;
  /** The actions that were asked for and let through, as `dynamodb:Query`, with how often. */
  readonly used: ReadonlyMap<string, number>;
  /** The actions that were refused, with what they were for. */
  readonly refused: readonly string[];
  /** Break every connection from now on, or let them be again. */
  setAway(isAway: boolean): void;
  close(): Promise<void>;
}

export async function guardTable(database: string, rights: readonly Right[], place: StackPlace): Promise<GuardedTable> {
  const used = new Map<string, number>();
  const refused: string[] = [];
  let isAway = false;
  const serve = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const sent = await buffer(incoming);
    if (isAway) throw new Error('The table is away');
    const action = actionOf(incoming);
    const resources = tablesIn(sent).map((table) => arnOf('dynamodb', `table/${table}`, place));
    const forbidden = resources.find((resource) => !isAllowed(rights, action, resource));
    if (forbidden !== undefined || resources.length === 0) {
      refused.push(`${action} on ${forbidden ?? 'no table'}`);
      outgoing.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' }).end(refusal(action, forbidden ?? ''));
      return;
    }
    used.set(action, (used.get(action) ?? 0) + 1);
    const answer = await forward(database, incoming, sent);
    outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
    answer.pipe(outgoing);
  };
  const server = createServer((incoming, outgoing) => {
    serve(incoming, outgoing).catch(() => outgoing.destroy());
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    used,
    refused,
    setAway: (away) => {
      isAway = away;
    },
    close: async () => {
      server.closeAllConnections();
      await once(server.close(), 'close');
    },
  };
}

/** `DynamoDB_20120810.Query` needs the right `dynamodb:Query`. */
function actionOf({ headers }: IncomingMessage): string {
  return `dynamodb:${String(headers['x-amz-target']).split('.').at(-1)}`;
}

function tablesIn(sent: Buffer): readonly string[] {
  const { TableName, RequestItems = {} } = JSON.parse(sent.toString()) as { TableName?: string; RequestItems?: object };
  return TableName === undefined ? Object.keys(RequestItems) : [TableName];
}

/** As DynamoDB refuses. */
function refusal(action: string, resource: string): string {
  const Message = `The role is not authorized to perform: ${action} on resource: ${resource}`;
  return JSON.stringify({ __type: 'com.amazon.coral.service#AccessDeniedException', Message });
}

async function forward(
  database: string,
  { method, headers, url }: IncomingMessage,
  sent: Buffer,
): Promise<IncomingMessage> {
  const onward = request(`${database}${url ?? '/'}`, { method, headers });
  onward.end(sent);
  const [answer] = (await once(onward, 'response')) as [IncomingMessage];
  return answer;
}
