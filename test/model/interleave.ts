/** Where a turn stops before each call of the store, until it is let through. */
export type Gate = () => Promise<void>;

/** Which of the turns that wait goes next: an index into those that do. */
export type Choose = (waiting: number) => number;

/** Run turns at once: each stops before every call of the store, and `choose` says which one goes next where several wait. */
export async function interleave<T>(turns: readonly ((gate: Gate) => Promise<T>)[], choose: Choose): Promise<T[]> {
  const running = turns.map(startGated);
  for (;;) {
    await Promise.all(running.map(({ stopped }) => stopped()));
    const waiting = running.filter(({ isWaiting }) => isWaiting());
    const next = waiting.length > 1 ? waiting[choose(waiting.length)] : waiting[0];
    if (next === undefined) return Promise.all(running.map(({ answer }) => answer));
    next.letThrough();
  }
}

interface Gated<T> {
  readonly answer: Promise<T>;
  readonly isWaiting: () => boolean;
  /** Until it waits, or is over. */
  readonly stopped: () => Promise<void>;
  readonly letThrough: () => void;
}

function startGated<T>(turn: (gate: Gate) => Promise<T>): Gated<T> {
  let stop = newStop();
  let open: (() => void) | null = null;
  const gate = () =>
    new Promise<void>((resolve) => {
      open = resolve;
      stop.reach();
    });
  const answer = turn(gate).finally(() => stop.reach());
  return {
    answer,
    isWaiting: () => open !== null,
    stopped: () => stop.reached,
    letThrough: () => {
      const pass = open;
      open = null;
      stop = newStop();
      pass?.();
    },
  };
}

function newStop(): { readonly reached: Promise<void>; readonly reach: () => void } {
  let reach = () => {};
  const reached = new Promise<void>((resolve) => {
    reach = resolve;
  });
  return { reached, reach };
}

/** Every order in which turns can be let through: runs `once` for each, and tells how many there were. */
export async function inEveryOrder(once: (choose: Choose) => Promise<void>): Promise<number> {
  let orders = 0;
  let path: Branch[] = [];
  do {
    let at = 0;
    const taken: Branch[] = [];
    await once((waiting) => {
      const choice = path[at]?.choice ?? 0;
      taken.push({ choice, waiting });
      at += 1;
      return choice;
    });
    orders += 1;
    path = nextPath(taken);
  } while (path.length > 0);
  return orders;
}

interface Branch {
  readonly choice: number;
  readonly waiting: number;
}

/** The first order that was not tried yet; empty when there is none. */
function nextPath(taken: readonly Branch[]): Branch[] {
  const last = taken.findLastIndex(({ choice, waiting }) => choice + 1 < waiting);
  const branch = taken[last];
  return branch === undefined ? [] : [...taken.slice(0, last), { ...branch, choice: branch.choice + 1 }];
}
