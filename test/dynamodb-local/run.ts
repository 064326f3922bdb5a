import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { obstacleToLocalEngine, startLocalEngine, stopWithUs } from './local-engine';

/** Runs the storage tests of the project against Amazon's own DynamoDB Local, from its start to its end. Exits as the tests do. */
async function main(): Promise<number> {
  const obstacle = obstacleToLocalEngine();
  if (obstacle !== null) {
    console.log(`Skipped: ${obstacle}`);
    return 0;
  }
  return runTests(await startLocalEngine());
}

async function runTests(endpoint: string): Promise<number> {
  const root = join(__dirname, '../..');
  const jest = spawn(
    process.execPath,
    [join(root, 'node_modules/jest/bin/jest.js'), 'test/storage/dynamo-progress-store'],
    {
      cwd: root,
      stdio: 'inherit',
      // Never anybody's real keys: any do.
      env: { ...process.env, ...LOCAL_ACCESS, AWS_ENDPOINT_URL_DYNAMODB: endpoint },
    },
  );
  stopWithUs(jest);
  const [code] = await once(jest, 'exit');
  return code ?? 1;
}

const LOCAL_ACCESS = { AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local', AWS_REGION: 'us-east-1' };

// Without a listener a signal would end us before the listeners of `exit` are called.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
