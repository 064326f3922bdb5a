import type { Workspace } from './workspace';

/** The Node that the measured processes run on. */
export interface MeasuredNode {
  readonly file: string;
  readonly version: string;
  readonly isDeployed: boolean;
}

/** Source: `Runtime.NODEJS_24_X` in infra/skill-stack.ts. */
const DEPLOYED_MAJOR = 24;

/** Find a Node of the deployed version, by way of npx where this is another; where there is none, this one, with a line that says so. */
export async function findDeployedNode({ run }: Workspace, print: (line: string) => void): Promise<MeasuredNode> {
  if (isDeployed(process.version)) return { file: process.execPath, version: process.version, isDeployed: true };
  try {
    const tell = 'console.log(JSON.stringify({ file: process.execPath, version: process.version }))';
    const { output } = await run('npx', ['-y', '-p', `node@${DEPLOYED_MAJOR}`, 'node', '-e', tell], {
      timeoutMs: 120_000,
    });
    const found: Omit<MeasuredNode, 'isDeployed'> = JSON.parse(output);
    if (isDeployed(found.version)) return { ...found, isDeployed: true };
  } catch {
    // Offline, most likely: the line below says what follows from it.
  }
  print(
    `Node ${DEPLOYED_MAJOR}, which the function runs on, cannot be had here: measured on ${process.version} instead.`,
  );
  return { file: process.execPath, version: process.version, isDeployed: false };
}

function isDeployed(version: string): boolean {
  return version.startsWith(`v${DEPLOYED_MAJOR}.`);
}
