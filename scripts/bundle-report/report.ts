import type { LambdaBundle } from '../../infra/lambda-bundle';
import { aligned } from '../aligned';
import type { Budget } from './budget';
import { licenceOf } from './licence';
import type { Shipped } from './shipped';

/** What ships, for machines. */
export interface Report {
  readonly bytes: number;
  readonly gzipBytes: number;
  readonly shipped: readonly Row[];
  readonly findings: readonly string[];
}

interface Row {
  readonly name: string;
  readonly bytes: number;
  readonly version: string | null;
  readonly licence: string | null;
  /** Bytes that the budget allows; null where only the total is held. */
  readonly allowedBytes: number | null;
}

export function reportOf(
  { bytes, gzipBytes }: Pick<LambdaBundle, 'bytes' | 'gzipBytes'>,
  shipped: readonly Shipped[],
  budget: Budget,
  findings: readonly string[],
): Report {
  return { bytes, gzipBytes, shipped: shipped.map((one) => rowOf(one, budget)), findings };
}

function rowOf(one: Shipped, { packages }: Budget): Row {
  const { name, bytes } = one;
  if (one.kind === 'ours') return { name, bytes, version: null, licence: null, allowedBytes: null };
  const { manifest } = one;
  return {
    name,
    bytes,
    version: manifest.version ?? null,
    licence: licenceOf(manifest),
    allowedBytes: packages[name] ?? null,
  };
}

/** The same as a table for people; packages first, then what is ours. */
export function tableOf({ bytes, gzipBytes, shipped }: Report, budget: Budget): string {
  const isPackage = ({ version }: Row): boolean => version !== null;
  const all = [...shipped.filter(isPackage), ...shipped.filter((row) => !isPackage(row))];
  const rows = [
    HEADINGS,
    ...all.map((row) => [
      row.name,
      row.version ?? '',
      row.licence ?? '',
      String(row.bytes),
      share(row.bytes, bytes),
      row.allowedBytes === null ? '' : String(row.allowedBytes),
    ]),
    ['in all', '', '', String(bytes), share(bytes, bytes), String(budget.totalBytes)],
    ['gzipped', '', '', String(gzipBytes), '', String(budget.gzipBytes)],
  ];
  return aligned(rows, WORD_COLUMNS).join('\n');
}

const HEADINGS = ['', 'version', 'licence', 'bytes', 'share', 'allowed'];

/** Columns of words to the left, of numbers to the right. */
const WORD_COLUMNS = 3;

function share(bytes: number, of: number): string {
  return `${((bytes / of) * 100).toFixed(1)} %`;
}
