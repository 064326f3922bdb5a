import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Workspace } from './workspace';

/** A DynamoDB and a settings service that answer everyone the same at once: nobody is known, and every write succeeds. */
export interface CannedServices {
  readonly url: string;
  /** What a process must be told to trust them. */
  readonly environment: Readonly<Record<string, string>>;
  /** Calls since this was last asked. */
  counted(): Calls;
}

export interface Calls {
  readonly reads: number;
  readonly writes: number;
  readonly settings: number;
}

/** Start them on a free port, over TLS as in production; without openssl over plain HTTP, with a line that says so. */
export async function startCannedServices(
  workspace: Workspace,
  print: (line: string) => void,
): Promise<CannedServices> {
  let calls: Calls = NO_CALLS;
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const kind = kindOf(request);
    calls = { ...calls, [kind]: calls[kind] + 1 };
    request.resume().once('end', () => response.setHeader('content-type', 'application/json').end(ANSWERS[kind]));
  };
  const certificate = await certificateIn(workspace, print);
  const server = certificate ? createHttpsServer(certificate, answer) : createHttpServer(answer);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  server.unref();
  const { port } = server.address() as AddressInfo;
  return {
    url: `${certificate ? 'https' : 'http'}://127.0.0.1:${port}`,
    environment: certificate ? { NODE_EXTRA_CA_CERTS: certificate.file } : {},
    counted: () => {
      const counted = calls;
      calls = NO_CALLS;
      return counted;
    },
  };
}

const NO_CALLS: Calls = { reads: 0, writes: 0, settings: 0 };

const ANSWERS: Readonly<Record<keyof Calls, string>> = {
  reads: '{"Items":[],"Count":0,"ScannedCount":0}',
  writes: '{}',
  settings: '"America/New_York"',
};

function kindOf({ method, headers }: IncomingMessage): keyof Calls {
  if (method === 'GET') return 'settings';
  return /\.(GetItem|Query)$/.test(String(headers['x-amz-target'])) ? 'reads' : 'writes';
}

interface Certificate {
  readonly file: string;
  readonly cert: string;
  readonly key: string;
}

async function certificateIn({ dir, run }: Workspace, print: (line: string) => void): Promise<Certificate | null> {
  const [file, keyFile] = [path.join(dir, 'certificate.pem'), path.join(dir, 'key.pem')];
  const self = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1', '-days', '2'];
  const made = [
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:prime256v1',
    '-nodes',
    '-keyout',
    keyFile,
    '-out',
    file,
  ];
  try {
    await run('openssl', ['req', '-x509', ...made, ...self]);
  } catch {
    print(
      'No openssl: cold starts are measured over plain HTTP, which makes them 20 to 50 ms slower than in production.',
    );
    return null;
  }
  return { file, cert: readFileSync(file, 'utf8'), key: readFileSync(keyFile, 'utf8') };
}
