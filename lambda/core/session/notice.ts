import type { Line } from '../speech/line';
import type { Act } from './act';
import { leadMs } from './coach';
import type { Unsaved } from './ledger';
import type { Reply } from './state';

/** Put a line before everything else that is said. A segment that follows sounds that much later. */
export function withNotice([state, acts]: Reply, line: Line): Reply {
  const noticed: readonly Act[] = [{ kind: 'say', line }, ...acts];
  const { checkpoint } = state.day;
  const coached = acts.find((act) => act.kind === 'coach');
  if (checkpoint?.speakingSinceMs == null || coached === undefined) return [state, noticed];
  const lateMs = leadMs([line], coached.segment, state);
  const shifted = { ...checkpoint, speakingSinceMs: checkpoint.speakingSinceMs + lateMs };
  return [{ ...state, day: { ...state.day, checkpoint: shifted } }, noticed];
}

/**
 * What she is to be told before a reply of which not everything could be saved; null where nothing is heard, or where the reply says so itself.
 * What could not even be read is not lost, and a session that ends does not carry on.
 */
export function noticeOf([{ isUnread }, acts]: Reply): Line | null {
  if (acts.length === 0 || acts.some(isNotNoted)) return null;
  if (acts.at(-1)?.kind === 'close') return { kind: 'not-kept' };
  return { kind: isUnread ? 'not-read' : 'not-saved' };
}

/** Take back what the last words of a session claim to be kept where it could not be saved: no turn is to come that could save it. */
export function withoutClaims([state, acts]: Reply, unsaved: readonly Unsaved[]): Reply {
  if (acts.at(-1)?.kind !== 'close') return [state, acts];
  const honest = unsaved.reduce((told, { kind }) => told.flatMap((act) => withoutClaim(act, CLAIMS[kind])), acts);
  const firstNotNoted = honest.findIndex(isNotNoted);
  return [state, honest.filter((act, at) => !isNotNoted(act) || at === firstNotNoted)];
}

type Claims = Readonly<Partial<Record<Line['kind'], readonly Line[]>>>;

const NOT_NOTED: readonly Line[] = [{ kind: 'not-noted' }];

/** By what is not saved: what claims that it is, and what is said instead. A milestone is told when it is reached for good. */
const CLAIMS: Readonly<Record<Unsaved['kind'], Claims>> = {
  day: { kept: [{ kind: 'goodbye' }], logged: NOT_NOTED, milestone: [], 'quiet-changed': NOT_NOTED },
  profile: {
    'streak-paused': NOT_NOTED,
    'streak-paused-at-most': NOT_NOTED,
    'pause-over': NOT_NOTED,
    'pace-changed': NOT_NOTED,
    'plank-hold-changed': NOT_NOTED,
    'difficulty-changed': NOT_NOTED,
    'guidance-changed': NOT_NOTED,
    'stops-changed': NOT_NOTED,
  },
  member: {},
};

function withoutClaim(act: Act, claims: Claims): readonly Act[] {
  const instead = act.kind === 'say' ? claims[act.line.kind] : undefined;
  return instead === undefined ? [act] : instead.map((line) => ({ kind: 'say', line }));
}

function isNotNoted(act: Act): boolean {
  return act.kind === 'say' && act.line.kind === 'not-noted';
}
