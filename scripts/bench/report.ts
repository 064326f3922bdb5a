import { aligned } from '../aligned';
import type { Contender, ContenderId } from './contenders';
import type { Figures } from './figures';
import { isEqual, NOISE_SHARE } from './statistics';
import type { Target } from './targets';

/** What a benchmark came to, as tables for people. What differs by less than the noise is called equal. */
export function reportOf(
  contenders: readonly Contender[],
  figures: ReadonlyMap<ContenderId, Figures>,
  targets: readonly Target[],
): string {
  const raw = figures.get('raw')?.cold;
  const hello = figures.get('hello');
  const rows = contenders.map(({ id, title, bytes, gzipBytes }) => {
    const { cold, warm } = figures.get(id) ?? {};
    return [
      title,
      bytes === null || gzipBytes === null ? '-' : `${(bytes / 1_000).toFixed(1)} / ${(gzipBytes / 1_000).toFixed(1)}`,
      shown(cold?.lessBareMs, 0),
      ratio(cold?.wallMs, raw?.wallMs),
      ratio(cold?.ownMs, hello?.cold?.ownMs),
      shown(cold?.firstAnswerMs, 1),
      ratio(cold?.peakMiB, hello?.cold?.peakMiB),
      shown(warm?.p50Micros, 0),
      shown(warm?.p99Micros, 0),
      ratio(warm?.p50Micros, hello?.warm?.p50Micros),
    ];
  });
  return [...aligned([HEADINGS, ...rows]), '', ...aligned(targets.map(targetRow)), ''].join('\n');
}

const HEADINGS = [
  '',
  'KB min / gzip',
  'less bare ms',
  'wall / raw',
  'own / hello',
  'first answer ms',
  'peak / hello',
  'warm p50 µs',
  'p99 µs',
  'warm / hello',
];

function targetRow({ measure, value, limit, verdict, isCertain }: Target): readonly string[] {
  const digits = limit < 20 ? 2 : 0;
  return [
    measure,
    value.toFixed(digits),
    `at most ${limit}`,
    `${verdict}${isCertain ? '' : `, by less than ${NOISE_SHARE * 100} %`}`,
  ];
}

/** A dash where it was not measured. */
function shown(value: number | undefined, digits: number): string {
  return value === undefined ? '-' : value.toFixed(digits);
}

/** The one over the other in two digits; `equal` within the noise. */
export function ratio(value: number | undefined, base: number | undefined): string {
  if (value === undefined || base === undefined) return '-';
  if (value === base) return '1';
  return isEqual(value, base) ? 'equal' : String(Number((value / base).toPrecision(2)));
}
