import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { LOCAL_ACCESS } from '../../simulator/embedded-database';

/** What becomes of a request on its way to the database and of its answer on the way back. */
export type WireState =
  | { readonly kind: 'up' }
  /** Nothing listens there. Only a client that the wire leads notices. */
  | { readonly kind: 'refused' }
  /** The request arrives late. */
  | { readonly kind: 'slow'; readonly delayMs: number }
  /** It is done at once, and the answer comes late. */
  | { readonly kind: 'late'; readonly delayMs: number }
  /** It does not arrive, and nobody answers. */
  | { readonly kind: 'hung' }
  /** It is done; half of the answer comes, and then nothing. */
  | { readonly kind: 'stalled' }
  /** It is done, and the answer comes a letter at a time, five a second. */
  | { readonly kind: 'dripping' }
  /** The connection breaks before it arrives. */
  | { readonly kind: 'cut' }
  /** It is done, and the connection breaks in the middle of the answer. */
  | { readonly kind: 'torn' }
  /** It is done, and the connection breaks before the answer. */
  | { readonly kind: 'lost' }
  /** Answered in the database's place, as DynamoDB writes an error; status 400 and no advice when left out. */
  | { readonly kind: 'error'; readonly type: string; readonly status?: number; readonly retryAfterMs?: number }
  /** Answered in the database's place with a status of 200 and a body that makes no sense. */
  | { readonly kind: 'garbage'; readonly body: string };

/** One request that was sent over the wire, whatever became of it. */
export interface WireCall {
  readonly operation: string;
  readonly body: WireBody;
  /** Capacity units that the database itself asked for it; null when it did not do it. */
  readonly units: number | null;
}

/** The parts of a request that tests look at. */
export interface WireBody {
  readonly Key?: Readonly<Record<string, unknown>>;
  readonly ProjectionExpression?: string;
  readonly ConsistentRead?: boolean;
  readonly ExpressionAttributeValues?: Readonly<Record<string, unknown>>;
}

/** The wire between the skill and its database: everything on it is counted, and it can fail. */
export interface DatabaseWire {
  readonly endpoint: string;
  /** How it is from now on, whatever was to become of the next requests. */
  state: WireState;
  /** What becomes of the next requests, one each, before `state` holds again. */
  next(...states: readonly WireState[]): void;
  /** Lead a client: it finds nobody listening while the wire is `refused`. */
  lead(client: DynamoDBClient): void;
  /** Reads and writes, every attempt, since anything was counted or taken. */
  counted(): { readonly reads: number; readonly writes: number };
  /** Every attempt since anything was counted or taken. */
  taken(): readonly WireCall[];
  close(): Promise<void>;
}

/** Lay a wire to a database. */
export async function layDatabaseWire(databaseEndpoint: string): Promise<DatabaseWire> {
  let state: WireState = { kind: 'up' };
  const calls: { operation: string; body: WireBody; units: number | null }[] = [];
  const coming: WireState[] = [];
  const serve = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const carried = coming.shift() ?? state;
    const sent = await buffer(incoming);
    const call = { ...readCall(incoming, sent), units: null as number | null };
    calls.push(call);
    const ask = async (): Promise<Answer> => {
      const answer = await askDatabase(databaseEndpoint, incoming, sent);
      call.units = unitsIn(answer);
      return answer;
    };
    await carry(carried, ask, outgoing);
  };
  const server = createServer((incoming, outgoing) => {
    serve(incoming, outgoing).catch(() => outgoing.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const taken = () => calls.splice(0);
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get state() {
      return state;
    },
    set state(next) {
      state = next;
      coming.length = 0;
    },
    next: (...states) => void coming.push(...states),
    lead: (client) =>
      leadNowhereWhen(() => {
        if ((coming[0] ?? state).kind !== 'refused') return false;
        coming.shift();
        return true;
      }, client),
    counted: () => {
      const operations = taken().map(({ operation }) => operation);
      const reads = operations.filter((operation) => operation === 'Query').length;
      return { reads, writes: operations.length - reads };
    },
    taken,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A client that gives up at once, where the time the real one takes is not what is tested. */
export function createImpatientClient(endpoint: string): DynamoDBClient {
  return new DynamoDBClient({
    endpoint,
    ...LOCAL_ACCESS,
    maxAttempts: 1,
    requestHandler: { requestTimeout: 500, throwOnRequestTimeout: true },
  });
}

/** Nobody has it: it is reserved, and only an administrator may listen there. */
const DEAD_PORT = 1;

/** Closing our own port instead would leave it to whoever opens one meanwhile. */
function leadNowhereWhen(isRefused: () => boolean, client: DynamoDBClient): void {
  client.middlewareStack.add(
    (next) => (args) => {
      if (isRefused()) Object.assign(args.request as object, { port: DEAD_PORT });
      return next(args);
    },
    { step: 'finalizeRequest', priority: 'low' },
  );
}

interface Answer {
  readonly status: number;
  readonly body: Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

async function carry(state: WireState, ask: () => Promise<Answer>, outgoing: ServerResponse): Promise<void> {
  switch (state.kind) {
    case 'refused':
    case 'cut':
      outgoing.destroy();
      return;
    case 'hung':
      return;
    case 'error':
      return give(errorOf(state), outgoing);
    case 'garbage':
      return give({ status: 200, body: Buffer.from(state.body) }, outgoing);
    case 'slow':
      await wait(state.delayMs, undefined, { ref: false });
      // A request that was given up on its way never arrives.
      if (outgoing.closed) return;
      return give(await ask(), outgoing);
    case 'up':
      return give(await ask(), outgoing);
    case 'late': {
      const answer = await ask();
      await wait(state.delayMs, undefined, { ref: false });
      return give(answer, outgoing);
    }
    case 'lost':
      await ask();
      outgoing.destroy();
      return;
    case 'stalled':
      begin(await ask(), outgoing);
      return;
    case 'torn':
      begin(await ask(), outgoing);
      await wait(20);
      outgoing.destroy();
      return;
    case 'dripping':
      return drip(await ask(), outgoing);
  }
}

function errorOf({ type, status = 400, retryAfterMs }: Extract<WireState, { kind: 'error' }>): Answer {
  const body = Buffer.from(JSON.stringify({ __type: type, message: 'no' }));
  return {
    status,
    body,
    ...(retryAfterMs !== undefined && { headers: { 'x-amz-retry-after': String(retryAfterMs) } }),
  };
}

function headersOf({ body, headers }: Answer): Record<string, string | number> {
  return { 'content-type': 'application/x-amz-json-1.0', 'content-length': body.length, ...headers };
}

function give(answer: Answer, outgoing: ServerResponse): void {
  outgoing.writeHead(answer.status, headersOf(answer)).end(answer.body);
}

function begin(answer: Answer, outgoing: ServerResponse): void {
  outgoing.writeHead(answer.status, headersOf(answer));
  outgoing.write(answer.body.subarray(0, answer.body.length / 2));
}

async function drip(answer: Answer, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(answer.status, headersOf(answer));
  for (const letter of answer.body.toString('latin1')) {
    if (outgoing.closed) return;
    outgoing.write(letter, 'latin1');
    await wait(200, undefined, { ref: false });
  }
  outgoing.end();
}

/** Hand a request on, asking the database also what it costs. */
async function askDatabase(to: string, { method, headers }: IncomingMessage, sent: Buffer): Promise<Answer> {
  const body = JSON.stringify({ ...JSON.parse(sent.toString()), ReturnConsumedCapacity: 'TOTAL' });
  const onward = request(to, {
    method: method ?? 'POST',
    headers: { ...headers, 'content-length': Buffer.byteLength(body) },
  });
  onward.end(body);
  const [answer] = (await once(onward, 'response')) as [IncomingMessage];
  return { status: answer.statusCode ?? 502, body: await buffer(answer) };
}

function readCall({ headers }: IncomingMessage, sent: Buffer): Pick<WireCall, 'operation' | 'body'> {
  return { operation: String(headers['x-amz-target']).split('.')[1] ?? '', body: JSON.parse(sent.toString()) };
}

function unitsIn({ body }: Answer): number | null {
  const { ConsumedCapacity: consumed } = JSON.parse(body.toString());
  return consumed?.CapacityUnits ?? consumed?.[0]?.CapacityUnits ?? null;
}
