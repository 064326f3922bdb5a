import type { Line } from '../speech/line';
import type { Task } from './act';
import { askToConfirm } from './ask-to-confirm';
import type { EventOf, PartOfDay } from './event';
import type { ClockTime, Reminder } from './progress';
import { ask, conclude } from './reply';
import type { Turn } from './settle';
import { finishedLines, withTold } from './standing';
import type { Reply } from './state';

/** Set her one daily reminder, or move it: the time, the platform's permission, and an explicit yes come first. */
export function setReminder(turn: Turn, { time, permitted }: EventOf<'set-reminder'>): Reply {
  const { stage } = turn.state;
  const askedIn = stage.kind === 'asked-time' ? stage.part : null;
  if (time.kind !== 'value') return askTime(turn, askedIn);
  if (time.value.kind === 'part-of-day') return askTime(turn, time.value.part);
  const part = time.value.part ?? askedIn;
  const fitted = part === null ? time.value.time : inPart(part, time.value.time);
  return permitted ? askToSetReminder(turn, fitted, false) : askPermission(turn, fitted);
}

/** Read the reminder back and ask for a yes. */
export function askToSetReminder(turn: Turn, time: ClockTime, permissionAsked: boolean): Reply {
  const inTheNight = time.hour >= 22 || time.hour < 6;
  const question = { kind: 'ask-confirm-reminder', time } as const;
  const wish = { kind: 'set-reminder', time, permissionAsked } as const;
  return askToConfirm(turn, wish, { ...question, inTheNight }, { ...question, inTheNight: false });
}

/** She said yes. */
export function setReminderNow(turn: Turn, time: ClockTime): Reply {
  const replaces = turn.state.profile.reminder?.token ?? null;
  return attempt(turn, { kind: 'set-reminder', time, replaces });
}

/** She said anything but yes. */
export function leaveReminder(turn: Turn): Reply {
  return conclude(turn, [{ kind: 'reminder-not-set' }]);
}

export function cancelReminder(turn: Turn): Reply {
  const { reminder } = turn.state.profile;
  if (reminder === null) return conclude(turn, [{ kind: 'no-reminder' }]);
  return attempt(turn, { kind: 'cancel-reminder', token: reminder.token });
}

/** She has answered the platform's own question, perhaps in a session that knows nothing of it. */
export function afterPermission(turn: Turn, { answer: answered, time }: EventOf<'permission-answered'>): Reply {
  switch (answered) {
    case 'accepted':
      return time === null ? askTime(turn, null) : askToSetReminder(turn, time, true);
    case 'denied':
      return conclude(turn, [{ kind: 'permission-denied' }]);
    case 'not-answered':
      return conclude(turn, [{ kind: 'permission-not-answered' }]);
  }
}

type ReminderOutcome = EventOf<'reminder-set' | 'reminder-cancelled' | 'reminder-failed'>;

/** What came of setting or cancelling it. */
export function afterReminder(turn: Turn, outcome: ReminderOutcome): Reply {
  switch (outcome.kind) {
    case 'reminder-set': {
      const { token, time } = outcome;
      return conclude(withReminder(turn, { token, time }), [{ kind: 'reminder-set', time }]);
    }
    case 'reminder-cancelled':
      return conclude(withReminder(turn, null), [{ kind: 'reminder-cancelled' }]);
    case 'reminder-failed': {
      const { trouble, time } = outcome;
      if (trouble === 'not-permitted' && time !== null && !wasAskedForPermission(turn))
        return askPermission(turn, time);
      return conclude(turn, [{ kind: 'reminder-trouble', trouble }]);
    }
  }
}

/** The hours of each part of the day, in which a bare "seven" is looked for; never more than twelve. Our own; a night goes on past midnight. */
const PARTS: Readonly<Record<PartOfDay, { readonly fromHour: number; readonly throughHour: number }>> = {
  morning: { fromHour: 3, throughHour: 11 },
  afternoon: { fromHour: 12, throughHour: 17 },
  evening: { fromHour: 16, throughHour: 23 },
  night: { fromHour: 18, throughHour: 5 },
};

/** Take a time by the other half of the clock where that lies in the part of the day that she named. */
function inPart(part: PartOfDay, time: ClockTime): ClockTime {
  const other = (time.hour + 12) % 24;
  return isIn(part, other) ? { ...time, hour: other } : time;
}

function isIn(part: PartOfDay, hour: number): boolean {
  const { fromHour, throughHour } = PARTS[part];
  return fromHour <= throughHour ? fromHour <= hour && hour <= throughHour : fromHour <= hour || hour <= throughHour;
}

function askTime(turn: Turn, part: PartOfDay | null): Reply {
  const prompt: Line = { kind: 'ask-reminder-time', part };
  return ask(turn, [], { stage: { kind: 'asked-time', part }, prompt, reprompt: prompt });
}

function askPermission(turn: Turn, time: ClockTime): Reply {
  const lines: readonly Line[] = [...finishedLines(turn.state), { kind: 'needs-permission' }];
  const said = lines.map((line) => ({ kind: 'say', line }) as const);
  const told = withTold(turn.state, lines);
  return [
    { ...told, stage: { kind: 'awaiting-permission', time }, lastSaid: null },
    [...said, { kind: 'ask-permission', time }],
  ];
}

function wasAskedForPermission({ state: { stage } }: Turn): boolean {
  return stage.kind === 'asked-confirm' && stage.wish.kind === 'set-reminder' && stage.wish.permissionAsked;
}

function attempt({ state }: Turn, task: Task): Reply {
  return [state, [{ kind: 'attempt', task }]];
}

function withReminder(turn: Turn, reminder: Reminder | null): Turn {
  const { state } = turn;
  return { ...turn, state: { ...state, profile: { ...state.profile, reminder } } };
}
