import fc from 'fast-check';
import { arbitraryHousehold, type FuzzedHousehold, type Step } from './arbitrary-household';
import { Breach, inShort } from './breach';
import { liveThrough, newTally, type Tally } from './live-through';
import { errorIn, smallest } from './smallest';

export interface FuzzWish {
  readonly seed: number;
  /** At least so many requests. */
  readonly turns: number;
  readonly onProgress?: (tally: Tally) => void;
}

/** How a fuzz ended. A breach is told so that it can be seen again. */
export interface FuzzOutcome {
  readonly tally: Tally;
  readonly breach: string | null;
}

/** Households between two looks at how many turns there were. Each lot has a seed of its own, one more than the last. */
const HOUSEHOLDS_PER_LOT = 20;

/** Let households live through anything until there were enough turns, or something was that must never be. */
export async function fuzz({ seed, turns, onProgress }: FuzzWish): Promise<FuzzOutcome> {
  const tally = newTally();
  for (let lot = 0; tally.turns < turns; lot += 1) {
    const breach = await breachIn(seed + lot, tally);
    if (breach !== null) return { tally, breach };
    onProgress?.(tally);
  }
  return { tally, breach: null };
}

async function breachIn(seed: number, tally: Tally): Promise<string | null> {
  const turnsBefore = tally.turns;
  const property = fc.asyncProperty(arbitraryHousehold, (household) => liveThrough(household, tally));
  // Households are made smaller by `smallest`, which knows that a step can be left out.
  const run = await fc.check(property, { seed, numRuns: HOUSEHOLDS_PER_LOT, endOnFailure: true });
  if (!run.failed) return null;
  const turn = tally.turns - turnsBefore;
  const [found] = run.counterexample ?? [];
  if (found === undefined) return String(run.errorInstance);
  const small = await smallest(found, run.errorInstance);
  return [
    `FUZZ_SEED=${seed}: breach in turn ${turn}, household ${run.numRuns}. At its smallest:`,
    ...told(small),
    reasonOf(await errorIn(small)),
  ].join('\n');
}

function reasonOf(error: unknown): string {
  return error instanceof Breach ? error.message : String((error as Error | null)?.stack ?? error);
}

function told({ steps, stored, startMs, ...household }: FuzzedHousehold): readonly string[] {
  return [
    `from ${new Date(startMs).toISOString()} ${inShort(household)}`,
    ...stored.map((start) => `  stored ${inShort(start, 4_000)}`),
    ...steps.map(toldStep),
  ];
}

function toldStep({ passing, happening }: Step): string {
  const when = passing.kind === 'waits' ? `+${passing.ms} ms` : new Date(passing.toMs).toISOString();
  if (happening.kind !== 'request') return `  ${when} ${inShort(happening, 1_000)}`;
  const { device, speaker, request, attributesDamage, faults, ...rest } = happening;
  const unusual = inShort(
    {
      ...rest,
      kind: undefined,
      ...(faults.length > 0 && { faults }),
      ...(attributesDamage.length > 0 && { attributesDamage }),
    },
    1_500,
  );
  return `  ${when} device ${device}, voice ${speaker}: ${inShort(request.body, 900)} ${unusual}`;
}
