import path from 'node:path';
import { bundleLambda } from './lambda-bundle';

async function main(): Promise<void> {
  const { file, bytes, gzipBytes } = await bundleLambda();
  console.log(`${path.relative(process.cwd(), file)}: ${bytes} bytes, ${gzipBytes} gzipped`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
