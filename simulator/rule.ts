/**
 * How much a breach matters: `refused` makes the platform say its problem line and end the session, `wrong` fails
 * certification or leaves the listener stranded, `caution` is worth knowing and fails nothing.
 */
export type Severity = 'refused' | 'wrong' | 'caution';

/** Something a response did that it must not do. */
export interface Breach {
  /** The rule's id, in kebab-case. */
  readonly rule: string;
  readonly severity: Severity;
  readonly detail: string;
  /** Where the rule comes from. */
  readonly source: string;
}

/** One thing that must hold; `check` tells every way in which it does not. */
export interface Rule<Judged> {
  readonly id: string;
  readonly severity: Severity;
  readonly source: string;
  readonly check: (judged: Judged) => readonly string[] | Promise<readonly string[]>;
}

/** Hold something against rules. */
export async function breachesOf<Judged>(rules: readonly Rule<Judged>[], judged: Judged): Promise<readonly Breach[]> {
  const found = await Promise.all(
    rules.map(async ({ id, severity, source, check }) =>
      (await check(judged)).map((detail): Breach => ({ rule: id, severity, detail, source })),
    ),
  );
  return found.flat();
}
