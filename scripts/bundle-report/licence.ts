import type { PackageManifest } from './shipped';

/** Licences, by their SPDX id, that ask of us nothing but to keep their notice. */
export const ALLOWED_LICENCES: readonly string[] = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT'];

/** The licence that a package declares, as an SPDX expression; null where it declares none. */
export function licenceOf({ license, licenses = [] }: PackageManifest): string | null {
  if (typeof license === 'string') return license.trim() || null;
  const types = [license, ...licenses].flatMap((one) => one?.type ?? []);
  return types.length === 0 ? null : types.join(' OR ');
}

/**
 * Tell whether we may ship under an SPDX expression: of `OR` one side is enough, of `AND` every side counts, which binds tighter. Brackets
 * inside and exceptions (`WITH`) are not read and so not allowed.
 */
export function isAllowed(expression: string): boolean {
  const bare = expression.replace(/^\(([^()]*)\)$/, '$1');
  if (/[()]/.test(bare)) return false;
  return bare.split(' OR ').some((side) => side.split(' AND ').every((id) => ALLOWED_LICENCES.includes(id.trim())));
}
