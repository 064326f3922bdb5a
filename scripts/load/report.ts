import { aligned } from '../aligned';
import type { LoadFigures } from './figures';
import type { LoadOptions } from './options';

/** What a run came to, for people. */
export function reportOf(figures: LoadFigures, { concurrency, throttledPercent }: LoadOptions): string {
  const { memoryVerdict: verdict, errors } = figures;
  const lines = [
    '',
    ...aligned(rowsOf(figures, concurrency)),
    '',
    ...aligned([
      ['turns', 'held, all that is free freed', 'whole process'],
      ...figures.memory.map(({ turns, heldBytes, rssBytes }) => [grouped(turns), mib(heldBytes), mib(rssBytes)]),
    ]),
    `Memory is ${verdict.kind}: ${signed(verdict.bytesPerTurn)} bytes a turn over the second half, at most ${Math.round(verdict.limitBytesPerTurn)}.`,
    '',
    ...(throttledPercent > 0 ? [`Of the calls to the database, ${throttledPercent} % were throttled on purpose.`] : []),
    errors.length === 0 ? 'Errors: none.' : `Errors:\n${errors.map((error) => `  ${error}`).join('\n')}`,
    ...(throttledPercent === 0 && 'store-unavailable' in figures.logged ? [TOO_BUSY] : []),
  ];
  return lines.join('\n');
}

const TOO_BUSY =
  'A database that answers later than 1 s is given up: where this machine has other work to do, lower --concurrency.';

function rowsOf(figures: LoadFigures, concurrency: number): readonly (readonly string[])[] {
  const { databaseShare, databaseMiB } = figures;
  return [
    ['turns', `${grouped(figures.turns)} in ${figures.seconds.toFixed(0)} s`],
    ['turns a second', figures.turnsPerSecond.toFixed(0)],
    [
      `a turn, ${concurrency} at a time on one processor, p50 / p95 / p99`,
      `${[figures.p50Ms, figures.p95Ms, figures.p99Ms].map((ms) => ms.toFixed(1)).join(' / ')} ms`,
    ],
    ['processor of a turn, the listener included', `${figures.ownCpuMsPerTurn.toFixed(2)} ms`],
    ['share of the database in all processor time', share(databaseShare)],
    ['memory of the database', databaseMiB === null ? '-' : `${databaseMiB.toFixed(0)} MiB`],
    ['listeners, of whom did all they meant to', `${grouped(figures.listeners)}, ${grouped(figures.finished)}`],
    ['turns a visit', figures.turnsPerVisit.toFixed(1)],
    ['sessions a visit', figures.sessionsPerVisit.toFixed(2)],
    ['reads a session', figures.readsPerSession.toFixed(3)],
    ['settings calls a session', figures.servicesPerSession.toFixed(3)],
    ['writes a turn', figures.writesPerTurn.toFixed(3)],
    ['calls of the database that were made again', grouped(figures.repeats)],
    ['merges with another device; writes of what waited', `${figures.merges}; ${figures.waited}`],
    ['read units a session', figures.readUnitsPerSession.toFixed(3)],
    ['write units a write', figures.writeUnitsPerWrite.toFixed(3)],
    ['bytes an answer', grouped(Math.round(figures.answerBytesPerTurn))],
    ['days in: told, stored', `${grouped(figures.daysTold)}, ${grouped(figures.daysStored)}`],
    ...figures.items.map(({ kind, items, meanBytes, maxBytes }) => [
      `${kind} items, mean and most bytes`,
      `${grouped(items)}, ${meanBytes.toFixed(0)}, ${maxBytes}`,
    ]),
  ];
}

function share(part: number | null): string {
  return part === null ? '-' : `${(part * 100).toFixed(0)} %`;
}

function grouped(count: number): string {
  return count.toLocaleString('en-US');
}

function mib(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1)} MiB`;
}

function signed(bytes: number): string {
  return `${bytes > 0 ? '+' : ''}${bytes.toFixed(1)}`;
}
