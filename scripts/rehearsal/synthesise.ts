import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Workspace } from '../bench/workspace';
import type { StackPlace } from './stack';

/** What synthesis left: a folder that `cdk deploy` would take on. */
export interface CloudAssembly extends StackPlace {
  readonly dir: string;
  readonly templateFile: string;
  /** Findings of rule packs that synthesis was asked to overlook. */
  readonly acknowledged: readonly Acknowledged[];
}

/** A finding, at a construct, that somebody gave a reason for. */
export interface Acknowledged {
  readonly ruleName: string;
  readonly acknowledgedAt: string;
  readonly reason: string;
}

/** What a deployer would give to `cdk deploy`. */
export interface Given {
  readonly context: Readonly<Record<string, string>>;
  readonly environment: Readonly<Record<string, string>>;
}

const ROOT = path.join(__dirname, '..', '..');

/** The CDK's own command. */
export const CDK = path.join(ROOT, 'node_modules', 'aws-cdk', 'bin', 'cdk');

/**
 * Run `cdk synth` as a deployer would, into a folder of its own.
 * @throws Error with what the command complained of
 */
export async function synthesise({ dir, run }: Workspace, name: string, given: Given): Promise<CloudAssembly> {
  const outDir = path.join(dir, name);
  const context = Object.entries(given.context).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  await run(process.execPath, [CDK, 'synth', '--quiet', '--output', outDir, ...context], {
    cwd: ROOT,
    env: { ...unsettled(process.env), ...given.environment },
    timeoutMs: 180_000,
  });
  return readAssembly(outDir);
}

/** What the rehearser would deploy with must not change what is rehearsed. */
function unsettled(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !SETTINGS.includes(name)));
}

/** What infra/app.ts takes from the environment. */
const SETTINGS = ['ALEXA_VENDOR_ID', 'ALEXA_SKILL_ID', 'ALARM_EMAIL', 'PAGES_URL', 'CONTACT_EMAIL'];

/**
 * Read a cloud assembly of one stack.
 * @throws Error of one line when it has none or more
 */
function readAssembly(dir: string): CloudAssembly {
  const { artifacts } = readJson<AssemblyManifest>(path.join(dir, 'manifest.json'));
  const stacks = Object.entries(artifacts).filter(([, { type }]) => type === 'aws:cloudformation:stack');
  const [stack] = stacks;
  if (stack === undefined || stacks.length > 1)
    throw new Error(`${dir} holds ${stacks.length} stacks: one is expected`);
  const [stackName, { environment = '', properties }] = stack;
  const region = environment.split('/').at(-1) ?? '';
  const { pluginReports } = readJson<ValidationReport>(path.join(dir, 'validation-report.json'));
  return {
    dir,
    stackName,
    region,
    templateFile: path.join(dir, properties?.templateFile ?? ''),
    acknowledged: pluginReports.flatMap(({ suppressedViolations = [] }) => suppressedViolations),
  };
}

interface AssemblyManifest {
  readonly artifacts: Readonly<
    Record<
      string,
      {
        readonly type: string;
        readonly environment?: string;
        readonly properties?: { readonly templateFile?: string };
      }
    >
  >;
}

interface ValidationReport {
  readonly pluginReports: readonly { readonly suppressedViolations?: readonly Acknowledged[] }[];
}

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}
