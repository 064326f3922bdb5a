import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundleLambda, type LambdaBundle } from '../../infra/lambda-bundle';
import { type Budget, budgetIn } from './budget';
import { bundleFindings } from './bundle-findings';
import { importChain, traceImports } from './import-chain';
import { lockFindings } from './lock-file';
import { type PackageManifest, type Shipped, shippedIn } from './shipped';

export interface Shipment {
  readonly bundle: LambdaBundle;
  readonly shipped: readonly Shipped[];
}

const ROOT = path.join(__dirname, '../..');

/** Where what may ship is written down. */
export const BUDGET_FILE = path.join(__dirname, 'budget.json');

/** Folders with a package.json and a lock of their own, from the repository's root. */
const LOCKED_FOLDERS = ['.', 'test/dynamodb-local', 'scripts/bench/adapter-baseline'];

/** Build the function, in a folder that does not stay, and look at what is in it. */
export async function buildShipment(): Promise<Shipment> {
  const outdir = await mkdtemp(path.join(tmpdir(), 'bundle-report-'));
  try {
    const bundle = await bundleLambda(outdir);
    const shipped = shippedIn(bundle, (folder) => readJson<PackageManifest>(folder, 'package.json'));
    return { bundle, shipped };
  } finally {
    await rm(outdir, { recursive: true, force: true });
  }
}

/** Everything wrong with what ships and with how it is locked, a line each. */
export async function supplyChainFindings({ bundle, shipped }: Shipment, budget: Budget): Promise<readonly string[]> {
  const graph = await traceImports();
  const files = new Set(bundle.parts.map(({ file }) => file));
  const wayIn = ({ folder }: { readonly folder: string }): string =>
    importChain(graph, (file) => files.has(file), folder).join(' > ') || 'infra/lambda-bundle.ts';
  return [...bundleFindings(bundle, shipped, budget, wayIn), ...lockedFolderFindings()];
}

/** The findings of every lock file in the repository, each with its folder. */
function lockedFolderFindings(): readonly string[] {
  return LOCKED_FOLDERS.flatMap((folder) => {
    const findings = lockFindings(readJson(folder, 'package-lock.json'), readJson(folder, 'package.json'));
    return findings.map((finding) => (folder === '.' ? finding : `${folder}: ${finding}`));
  });
}

/**
 * Read what may ship.
 * @throws Error of one line when there is no budget or it cannot be read: whoever changed it by hand
 */
export async function readBudget(file = BUDGET_FILE): Promise<Budget> {
  try {
    return budgetIn(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    throw new Error(
      'scripts/bundle-report/budget.json cannot be read: restore it, or npm run bundle-report -- --write-budget',
      { cause: error },
    );
  }
}

function readJson<T>(folder: string, name: string): T {
  return JSON.parse(readFileSync(path.join(ROOT, folder, name), 'utf8')) as T;
}
