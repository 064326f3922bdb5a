import type { WireBody } from './database-wire';
import type { TurnCost } from './metered-house';

/** What the skill logs before it reads and writes once more, because what it went by was not the latest. */
const MERGED = 'merged-with-another-device';

/**
 * Everything that a house's turns cost beyond what they may: for each listener in a session one read; one write a turn, and only of what changed; one
 * more of each where another device wrote first, and the log says so; one call of the settings service a session; half a read unit, or one for the
 * very latest, and one write unit a call. A turn that erases takes what it takes for that, with one read more, which knows her reminder, and writes nothing.
 */
export function extravagances(costs: readonly TurnCost[]): readonly string[] {
  const written = new Map<string, string>();
  return [
    ...costs.flatMap((turn) => [...tooManyCalls(turn), ...tooManyUnits(turn), ...writtenForNothing(turn, written)]),
    ...tooManyInAll(
      costs,
      ({ sessionId }) => `session ${sessionId}`,
      settingsCallsOver,
      'calls of the settings service',
    ),
    ...tooManyInAll(costs, ({ sessionId, listener }) => `session ${sessionId} of ${listener}`, readsOver, 'reads'),
  ];
}

function tooManyCalls(turn: TurnCost): readonly string[] {
  const { reads, writes, erasing, sessionId } = turn;
  const mostReads = sessionId === null ? 0 : 1;
  const most = erasing.length > 0 ? 0 : mostReads;
  return [
    ...(reads.length > mostReads ? [`${at(turn)}: ${reads.length} reads`] : []),
    ...(writes.length > most + merges(turn) ? [`${at(turn)}: ${writes.length} writes`] : []),
  ];
}

function tooManyUnits(turn: TurnCost): readonly string[] {
  return [
    ...turn.reads.filter(({ units, body }) => (units ?? 0) > (body.ConsistentRead === true ? 1 : 0.5)),
    ...turn.writes.filter(({ units }) => (units ?? 0) > 1),
  ].map(({ operation, units }) => `${at(turn)}: ${units} units for a ${operation}`);
}

/** What was brought together with another device's may turn out to be what that one wrote, and the note of a voice is written unseen. */
function writtenForNothing(turn: TurnCost, written: Map<string, string>): readonly string[] {
  if (turn.erasing.length > 0) written.clear();
  return turn.writes.flatMap(({ body }) => {
    const [key, content] = [JSON.stringify(body.Key), contentOf(body)];
    const isKnown = written.get(key) === content;
    written.set(key, content);
    return isKnown && merges(turn) === 0 && !key.includes('VOICE#') ? [`${at(turn)}: writes nothing new`] : [];
  });
}

/** What a write sets, without what changes with every write. */
function contentOf({ ExpressionAttributeValues: values = {} }: WireBody): string {
  const { ':version': _version, ':basedOn': _basedOn, ':changedAtMs': _changedAtMs, ...content } = values;
  return JSON.stringify(content);
}

function tooManyInAll(
  costs: readonly TurnCost[],
  nameOf: (turn: TurnCost) => string,
  over: (turns: readonly TurnCost[]) => boolean,
  what: string,
): readonly string[] {
  const names = new Set(costs.filter(({ sessionId }) => sessionId !== null).map(nameOf));
  return [...names].flatMap((name) => {
    const turns = costs.filter((turn) => nameOf(turn) === name);
    return over(turns) ? [`${name}, from ${at(turns[0] as TurnCost)}: too many ${what}`] : [];
  });
}

function settingsCallsOver(turns: readonly TurnCost[]): boolean {
  return turns.reduce((calls, turn) => calls + turn.settingsCalls, 0) > 1;
}

function readsOver(turns: readonly TurnCost[]): boolean {
  const reads = turns.reduce((sum, turn) => sum + turn.reads.length, 0);
  return reads > 1 + turns.reduce((sum, turn) => sum + merges(turn) + (turn.erasing.length > 0 ? 1 : 0), 0);
}

function merges({ codes }: TurnCost): number {
  return codes.filter((code) => code === MERGED).length;
}

function at({ heard, sessionId }: TurnCost): string {
  return `"${heard ?? 'not spoken'}" in ${sessionId}`;
}
