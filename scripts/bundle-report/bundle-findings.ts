import type { Budget, Sizes } from './budget';
import { ALLOWED_LICENCES, isAllowed, licenceOf } from './licence';
import type { Shipped } from './shipped';

type Package = Extract<Shipped, { kind: 'package' }>;

const REWRITE = 'npm run bundle-report -- --write-budget';

/**
 * Hold what ships to the budget and the licences that we may ship under: a line for each breach, with its remedy.
 * @param wayIn - who imports a package, from our own file on
 */
export function bundleFindings(
  sizes: Sizes,
  shipped: readonly Shipped[],
  budget: Budget,
  wayIn: (pack: Package) => string,
): readonly string[] {
  const packages = shipped.filter((one) => one.kind === 'package');
  const names = new Set(packages.map(({ name }) => name));
  return [
    ...packages.flatMap((pack) => [...sizeFindings(pack, budget, wayIn), ...licenceFindings(pack)]),
    ...Object.keys(budget.packages)
      .filter((name) => !names.has(name))
      .map((name) => `${name} is in the budget and does not ship: ${REWRITE} takes it out`),
    ...tooMuch('The bundle', sizes.bytes, budget.totalBytes),
    ...tooMuch('The gzipped bundle', sizes.gzipBytes, budget.gzipBytes),
  ];
}

function sizeFindings(pack: Package, { packages }: Budget, wayIn: (pack: Package) => string): readonly string[] {
  const { name, bytes, manifest } = pack;
  const allowed = Object.hasOwn(packages, name) ? packages[name] : undefined;
  if (allowed !== undefined) return tooMuch(name, bytes, allowed);
  return [
    `${name} ${manifest.version} ships ${bytes} bytes without a budget, by way of ${wayIn(pack)}: take the import out, ` +
      `or allow it with ${REWRITE}`,
  ];
}

function tooMuch(what: string, bytes: number, allowed: number): readonly string[] {
  if (bytes <= allowed) return [];
  return [
    `${what} has ${bytes} bytes, ${bytes - allowed} over its budget: find what grew, or allow it with ${REWRITE}`,
  ];
}

function licenceFindings({ name, folder, manifest }: Package): readonly string[] {
  const licence = licenceOf(manifest);
  if (licence === null)
    return [`${name} declares no licence in ${folder}/package.json: replace it, or ask its authors`];
  if (isAllowed(licence)) return [];
  return [`${name} is under ${licence}, and what ships must be under ${ALLOWED_LICENCES.join(', ')}: replace it`];
}
