import type { ListenerKey } from '../../lambda/core/ports';

/** A set of her routine: `bridge-march 0`. */
export type SetName = string;

/** What a device speaks of her routine, as whoever stands beside it hears it. */
export interface Spoken {
  /** The same words from the same moment in the same session are the same speech, however often the answer was made. */
  readonly name: string;
  readonly listener: ListenerKey;
  /** The session that speaks it; null when the answer never arrived. */
  readonly session: string | null;
  readonly date: string;
  readonly firstWordAtMs: number;
  /** From the first word. */
  readonly sets: readonly { readonly name: SetName; readonly fromMs: number; readonly toMs: number }[];
  readonly lastsMs: number;
  /** All of a shorter routine that she asked for; null for any other. */
  readonly shortRoutine: readonly SetName[] | null;
}

interface Heard extends Spoken {
  /** When she said something, or it was cut off; what comes after it nobody hears. */
  cutAtMs: number | null;
  /** Whether what she did of it is among the claims. */
  isClaimed: boolean;
  /** When it was interrupted, as far as the skill was told and could note it. */
  stoppedAtMs: number | null;
}

/** A set that was coached to its end without interruption, and the session that knows it. */
export interface Claim {
  readonly listener: ListenerKey;
  readonly session: string;
  readonly date: string;
  readonly set: SetName;
}

/** The simple model: what she can have done, and what she surely did, by what the devices said and for how long. */
export class Diary {
  private heard: Heard[] = [];
  private logged = new Set<string>();
  claims: Claim[] = [];
  /** Milestones that she was told, and in answer to which request. */
  readonly told = new Map<string, string>();

  /** The same diary, to go on with in another way. */
  copy(): Diary {
    const copy = new Diary();
    copy.heard = this.heard.map((each) => ({ ...each }));
    copy.logged = new Set(this.logged);
    copy.claims = [...this.claims];
    for (const [milestone, requestId] of this.told) copy.told.set(milestone, requestId);
    return copy;
  }

  /** An answer speaks on. */
  speaks(spoken: Spoken): void {
    const same = this.heard.find(({ name, listener, session }) => {
      const isOneOfBoth = session === null || spoken.session === null || session === spoken.session;
      return isOneOfBoth && name === spoken.name && listener === spoken.listener;
    });
    if (same === undefined) this.heard.push({ ...spoken, cutAtMs: null, isClaimed: false, stoppedAtMs: null });
    else if (same.session === null) Object.assign(same, { session: spoken.session });
  }

  /** What a session is speaking; null when it is not. */
  speechOf(session: string): Spoken | null {
    const last = this.heard.findLast((each) => each.session === session);
    return last?.cutAtMs === null ? last : null;
  }

  /** She says something, or the platform does: what was being spoken is cut off. */
  cuts(session: string, atMs: number): void {
    for (const each of this.heard) if (each.session === session) each.cutAtMs ??= atMs;
  }

  /** The skill has heard of it and answered: what was coached to its end she did. */
  claimsOf(session: string): void {
    const last = this.heard.findLast((each) => each.session === session);
    if (last === undefined || last.isClaimed) return;
    last.isClaimed = true;
    const { listener, date, firstWordAtMs, cutAtMs } = last;
    for (const { name: set, toMs } of last.sets) {
      if (firstWordAtMs + toMs <= (cutAtMs ?? 0)) this.claims.push({ listener, session, date, set });
    }
  }

  /** The skill was told that it was interrupted, and the store has it. */
  stops(session: string, atMs: number): void {
    for (const each of this.heard) if (each.session === session) each.stoppedAtMs ??= atMs;
  }

  /** She says that she did it by herself. */
  logs(listener: ListenerKey, date: string): void {
    this.logged.add(`${listener} ${date}`);
  }

  /** All that was is gone. What is being spoken goes on, and may be lost as well: nobody can say that it was done before or after. */
  forgets(listener: ListenerKey, atMs: number): void {
    this.heard = this.heard.flatMap((each) => {
      if (each.listener !== listener) return [each];
      const sets = each.sets.filter(({ toMs }) => each.firstWordAtMs + toMs > atMs);
      return each.stoppedAtMs === null ? [{ ...each, sets, shortRoutine: null, isClaimed: true }] : [];
    });
    this.claims = this.claims.filter((claim) => claim.listener !== listener);
    this.logged = new Set([...this.logged].filter((each) => !each.startsWith(listener)));
    for (const milestone of this.told.keys()) if (milestone.startsWith(listener)) this.told.delete(milestone);
  }

  /** A session is gone, and with it what only it knew. */
  dropsClaimsOf(session: string, isStored: (claim: Claim) => boolean): void {
    this.claims = this.claims.filter((claim) => claim.session !== session || isStored(claim));
  }

  /** The sets that she can have begun on a day. */
  begun(listener: ListenerKey, date: string, nowMs: number): ReadonlySet<SetName> {
    const hers = this.heard.filter((each) => each.listener === listener && each.date === date);
    return new Set(
      hers.flatMap(({ sets, firstWordAtMs, stoppedAtMs }) =>
        sets.filter(({ fromMs }) => firstWordAtMs + fromMs <= (stoppedAtMs ?? nowMs)).map(({ name }) => name),
      ),
    );
  }

  /** Whether a day may count without all four exercises: she said that she did it, or did all of a shorter routine. */
  mayCountWithLess(listener: ListenerKey, date: string, done: ReadonlySet<SetName>): boolean {
    const hers = this.heard.filter((each) => each.listener === listener && each.date === date);
    const short = hers.some(({ shortRoutine }) => shortRoutine?.every((set) => done.has(set)) ?? false);
    return short || this.logged.has(`${listener} ${date}`);
  }
}
