import type { Calls } from './canned-services';
import type { ContenderId } from './contenders';
import type { ColdStart, Measured, WarmTurn } from './measure';
import { median, quantile } from './statistics';

/** What a contender comes to: medians over the rounds. */
export interface Figures {
  readonly cold: ColdFigures | null;
  readonly warm: WarmFigures | null;
}

export type ColdFigures = Omit<ColdStart, 'calls'> & {
  /** The wall time without what a Node that does nothing takes. */
  readonly lessBareMs: number;
  /** In the first turn, the most of any round. */
  readonly calls: Calls;
};

export interface WarmFigures {
  readonly p50Micros: number;
  readonly p99Micros: number;
  /** Over the turns with exactly one call; null where there is none. */
  readonly oneCallP50Micros: number | null;
  /** The most calls in any turn but the session's first. */
  readonly mostCallsLater: number;
  /** The median of every kind of turn, by the name of its request. */
  readonly p50MicrosByTurn: Readonly<Record<string, number>>;
}

/** Sum up what was measured, contender by contender. */
export function figuresOf({ bareMs, cold, warm }: Measured): ReadonlyMap<ContenderId, Figures> {
  const ids = new Set([...cold.keys(), ...warm.keys()]);
  return new Map(
    [...ids].map((id) => {
      const [starts, rounds] = [cold.get(id), warm.get(id)];
      return [
        id,
        { cold: starts ? coldFigures(starts, median(bareMs)) : null, warm: rounds ? warmFigures(rounds) : null },
      ];
    }),
  );
}

function coldFigures(starts: readonly ColdStart[], bareMs: number): ColdFigures {
  const middle = (name: Exclude<keyof ColdStart, 'calls'>): number => median(starts.map((start) => start[name]));
  const most = (name: keyof Calls): number => Math.max(...starts.map(({ calls }) => calls[name]));
  return {
    wallMs: middle('wallMs'),
    lessBareMs: middle('wallMs') - bareMs,
    ownMs: middle('ownMs'),
    importMs: middle('importMs'),
    firstAnswerMs: middle('firstAnswerMs'),
    peakMiB: middle('peakMiB'),
    calls: { reads: most('reads'), writes: most('writes'), settings: most('settings') },
  };
}

function warmFigures(rounds: readonly (readonly WarmTurn[])[]): WarmFigures {
  const turns = rounds.flat();
  const oneCall = rounds.map((round) => round.filter(({ calls }) => calls === 1)).filter(({ length }) => length > 0);
  const overRounds = (of: readonly (readonly WarmTurn[])[], share: number): number =>
    median(
      of.map((round) =>
        quantile(
          round.map(({ micros }) => micros),
          share,
        ),
      ),
    );
  const names = [...new Set(turns.map(({ name }) => name))];
  const named = (name: string) => turns.filter((turn) => turn.name === name).map(({ micros }) => micros);
  return {
    p50Micros: overRounds(rounds, 0.5),
    p99Micros: overRounds(rounds, 0.99),
    oneCallP50Micros: oneCall.length > 0 ? overRounds(oneCall, 0.5) : null,
    mostCallsLater: turns.reduce((most, { index, calls }) => (index > 0 && calls > most ? calls : most), 0),
    p50MicrosByTurn: Object.fromEntries(names.map((name) => [name, median(named(name))])),
  };
}
