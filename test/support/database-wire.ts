import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { LOCAL_ACCESS } from '../../simulator/embedded-database';

/** What becomes of a request on its way to the database. An error is answered in the database's place, as DynamoDB writes it. */
export type WireState =
  | { readonly kind: 'up' }
  | { readonly kind: 'slow'; readonly delayMs: number }
  | { readonly kind: 'hung' }
  | { readonly kind: 'cut' }
  | { readonly kind: 'error'; readonly type: string };

/** The wire between the skill and its database: everything on it is counted, and it can fail. */
export interface DatabaseWire {
  readonly endpoint: string;
  /** How it is from now on. */
  state: WireState;
  /** Reads and writes, every attempt, since this was last called. */
  counted(): { readonly reads: number; readonly writes: number };
  close(): Promise<void>;
}

/** Lay a wire to a database. */
export async function layDatabaseWire(databaseEndpoint: string): Promise<DatabaseWire> {
  let [reads, writes] = [0, 0];
  const server = createServer((incoming, outgoing) => {
    if (String(incoming.headers['x-amz-target']).endsWith('.Query')) reads += 1;
    else writes += 1;
    void carry(wire.state, databaseEndpoint, incoming, outgoing);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const wire: DatabaseWire = {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    state: { kind: 'up' },
    counted: () => {
      const counted = { reads, writes };
      [reads, writes] = [0, 0];
      return counted;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return wire;
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

async function carry(state: WireState, to: string, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  switch (state.kind) {
    case 'hung':
      return;
    case 'cut':
      incoming.socket.destroy();
      return;
    case 'error':
      outgoing.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' });
      outgoing.end(JSON.stringify({ __type: state.type, message: 'no' }));
      return;
    case 'slow':
      await wait(state.delayMs);
      return pass(to, incoming, outgoing);
    case 'up':
      return pass(to, incoming, outgoing);
  }
}

function pass(to: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { method, headers } = incoming;
  const onward = request(to, { method: method ?? 'POST', headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  // Whoever hangs up on us hangs up on the database, or it would wait for the rest when it is closed.
  outgoing.on('close', () => onward.destroy());
  onward.on('error', () => outgoing.destroy());
  incoming.pipe(onward);
}
