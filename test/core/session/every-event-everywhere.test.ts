import { EXERCISE_IDS } from '../../../lambda/core/routine/exercise';
import type { SessionEvent } from '../../../lambda/core/session/event';
import type { Day } from '../../../lambda/core/session/progress';
import {
  type Conversation,
  converse,
  eventOf,
  expectAProperEnding,
  inTheKicks,
  inTheMarch,
  listener,
  type Said,
} from '../../support/converse';

/** What is answered in all stages but a few as it says here, and how: a bare line is followed by what leads back to where she is. */
const ANSWERED: Readonly<Record<string, string>> = {
  progress: 'progress',
  'topic:causes': 'back-pain',
  'pain:tired-muscles score:2': 'soften',
  'away:over': 'no-pause',
  'erase-failed': 'erase-failed',
};

/** What is kept for her, said in the same way: where she came for that alone, it ends there. */
const KEPT: Readonly<Record<string, string>> = {
  'away:5': 'streak-paused',
  'cancel-reminder': 'no-reminder',
  'reminder-set': 'reminder-set',
  'reminder-cancelled': 'reminder-cancelled',
  'reminder-failed': 'reminder-trouble',
};

/** What changes the coaching: where it interrupts, it goes on at once. */
const CHANGED: Readonly<Record<string, string>> = {
  'pace:slower': 'pace-changed',
  'hold:20 hold:longer': 'plank-hold-changed',
  'difficulty:harder:plank': 'difficulty-changed',
  'difficulty:easier:several': 'difficulty-changed difficulty-changed',
  'guidance:brief': 'guidance-changed',
  'stops:each-set': 'stops-changed',
  'quiet-mode quiet:off': 'quiet-changed',
};

/** What is answered the same wherever she is. */
const ALWAYS: Readonly<Record<string, string>> = {
  'practice practice:several': 'ask-which?',
  'practice:kicks': 'practice [kicks set-up] say-ready?',
  'practice:unknown difficulty:easier:unknown': 'unknown-exercise ask-which?',
  'minutes:unknown minutes:0': 'not-understood-number ask-minutes?',
  'minutes:5': 'short-routine [knees set-up] say-ready?',
  'minutes:500': 'starting [knees set-up] say-ready?',
  'change-pace pace:unknown': 'ask-pace?',
  'set-plank-hold hold:unknown': 'ask-plank-seconds?',
  'hold:600 hold:-3': 'plank-hold-out-of-range ask-plank-seconds?',
  'change-difficulty difficulty:unknown:march': 'ask-difficulty?',
  'difficulty:easier': 'ask-which?',
  'set-guidance guidance:unknown': 'ask-guidance?',
  'set-stops stops:unknown': 'ask-stops?',
  'report-pain pain:unknown': 'ask-how-it-feels?',
  'pain:chest-pain': 'get-help bye',
  'pain:sharp-pain score:5 score:8': 'rest-today see-a-professional bye',
  'ask-back-pain topic:unknown': 'ask-topic?',
  'log-routine': 'ask-log-routine?',
  'pause-streak': 'ask-pause-days?',
  'away:unknown away:0': 'not-understood-number ask-pause-days?',
  'set-reminder remind:evening remind:unknown': 'ask-reminder-time?',
  'remind:19 permission-answered': 'ask-confirm-reminder?',
  'delete-data': 'ask-erase?',
  erased: 'erased bye',
};

/** What else she hears, by what she says, wherever she is. A key lists sayings that are answered alike. */
const HEARD: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'she has never been here': {
    'launch start-routine ready yes resume next start-over practice practice:several practice:kicks practice:unknown minutes:unknown minutes:0 minutes:5 minutes:500':
      'welcome disclaimer first-place say-im-ready?',
    'no pause': 'no-rush ask-start?',
    stop: 'goodbye bye',
    'previous repeat': 'ask-start?',
    'list-exercises': 'exercise-list ask-start?',
    'whats-left': 'routine-length ask-start?',
    streak: 'streak ask-start?',
    help: 'help-before ask-start?',
    fallback: 'not-caught ask-start?',
    'instructions instructions:several skip:several': 'ask-which?',
    'instructions:march': 'instructions ask-start?',
    'instructions:unknown skip:unknown': 'unknown-exercise ask-which?',
    skip: 'nothing-to-skip ask-start?',
    'skip:march skip:kicks': 'skipped ask-start?',
  },
  'a new day has begun': {
    launch: 'greeting [knees set-up] say-ready?',
    'start-routine ready yes resume next': 'starting [knees set-up] say-ready?',
    'no pause': 'no-rush ask-start?',
    stop: 'goodbye bye',
    'previous repeat': 'ask-start?',
    'start-over': 'from-the-top [knees set-up] say-ready?',
    'list-exercises': 'exercise-list ask-start?',
    'whats-left': 'routine-length ask-start?',
    streak: 'streak ask-start?',
    help: 'help-before ask-start?',
    fallback: 'not-caught ask-start?',
    'instructions instructions:several skip:several': 'ask-which?',
    'instructions:march': 'instructions ask-start?',
    'instructions:unknown skip:unknown': 'unknown-exercise ask-which?',
    skip: 'nothing-to-skip ask-start?',
    'skip:march skip:kicks': 'skipped ask-start?',
  },
  'she paused in set two of the march, hours ago': {
    launch: 'you-were-at ask-go-on?',
    'start-routine ready yes resume next minutes:500': 'picking-up position [march set 2] say-ready?',
    'no pause': 'no-rush say-ready-to-go-on?',
    stop: 'kept bye',
    previous: 'going-back [march set 1] say-ready?',
    repeat: 'say-ready-to-go-on?',
    'start-over': 'from-the-top [knees set-up] say-ready?',
    'list-exercises': 'exercise-list say-ready-to-go-on?',
    'whats-left': 'whats-left say-ready-to-go-on?',
    streak: 'streak say-ready-to-go-on?',
    help: 'help-during ask-go-on?',
    fallback: 'not-caught say-ready-to-go-on?',
    'instructions instructions:march': 'instructions say-ready-to-go-on?',
    'instructions:several skip:several': 'ask-which?',
    'instructions:unknown skip:unknown': 'unknown-exercise ask-which?',
    'skip skip:march': 'skipped [kicks set-up] say-ready?',
    'skip:kicks': 'skipped say-ready-to-go-on?',
    'minutes:5': 'short-routine position [march set 2] say-ready?',
    'difficulty:easier': 'difficulty-changed say-ready-to-go-on?',
    'pain:sharp-pain score:5': 'stop-exercise ask-easier-or-skip?',
  },
  'the power went in the kicks, hours ago': {
    'launch start-routine ready yes resume next previous repeat whats-left skip skip:march skip:kicks skip:several skip:unknown practice practice:several practice:kicks practice:unknown minutes:unknown minutes:0 minutes:5 minutes:500':
      'ask-finished?',
    'no pause': 'no-rush ask-finished?',
    stop: 'goodbye bye',
    'start-over': 'from-the-top [knees set-up] say-ready?',
    'list-exercises': 'exercise-list ask-finished?',
    streak: 'streak ask-finished?',
    help: 'help-before ask-finished?',
    fallback: 'not-caught ask-finished?',
    'instructions instructions:march': 'instructions ask-finished?',
    'instructions:several': 'ask-which?',
    'instructions:unknown': 'unknown-exercise ask-which?',
  },
  'the power went in the planks, yesterday': {
    'launch start-routine ready yes resume next start-over minutes:unknown minutes:0 minutes:5 minutes:500':
      'ask-finished?',
    'no pause': 'no-rush ask-start?',
    stop: 'goodbye bye',
    'previous repeat': 'ask-start?',
    'list-exercises': 'exercise-list ask-start?',
    'whats-left': 'routine-length ask-start?',
    streak: 'streak ask-start?',
    help: 'help-before ask-start?',
    fallback: 'not-caught ask-start?',
    'instructions instructions:several skip:several': 'ask-which?',
    'instructions:march': 'instructions ask-start?',
    'instructions:unknown skip:unknown': 'unknown-exercise ask-which?',
    skip: 'nothing-to-skip ask-start?',
    'skip:march skip:kicks': 'skipped ask-start?',
  },
  'today is done': {
    'launch start-routine ready yes resume next previous repeat': 'done-today ask-again?',
    'no stop': 'goodbye bye',
    pause: 'no-rush bye',
    'start-over': 'from-the-top [knees set-up] say-ready?',
    'list-exercises': 'exercise-list bye',
    'whats-left log-routine': 'done-today bye',
    streak: 'streak bye',
    help: 'help-before ask-again?',
    fallback: 'not-caught ask-again?',
    'instructions instructions:several skip:several': 'ask-which?',
    'instructions:march': 'instructions bye',
    'instructions:unknown skip:unknown': 'unknown-exercise ask-which?',
    skip: 'nothing-to-skip bye',
    'skip:march skip:kicks': 'already-done bye',
  },
  'she was just welcomed': {
    launch: 'greeting [knees set-up] say-ready?',
    'start-routine ready yes resume next': 'starting [knees set-up] say-ready?',
    'no stop': 'goodbye bye',
    pause: 'no-rush say-im-ready?',
    previous: 'say-im-ready?',
    repeat: 'welcome disclaimer first-place say-im-ready?',
    'start-over': 'from-the-top [knees set-up] say-ready?',
    'list-exercises': 'exercise-list say-im-ready?',
    'whats-left': 'routine-length say-im-ready?',
    streak: 'streak say-im-ready?',
    help: 'help-before ask-start?',
    fallback: 'not-caught say-im-ready?',
    'instructions instructions:several skip:several': 'ask-which?',
    'instructions:march': 'instructions say-im-ready?',
    'instructions:unknown skip:unknown': 'unknown-exercise ask-which?',
    skip: 'nothing-to-skip say-im-ready?',
    'skip:march skip:kicks': 'skipped say-im-ready?',
  },
  'the routine was offered': {
    launch: 'greeting [knees set-up] say-ready?',
    'start-routine ready yes resume next': 'starting [knees set-up] say-ready?',
    'no stop': 'goodbye bye',
    pause: 'no-rush say-im-ready?',
    previous: 'ask-start?',
    'repeat help': 'help-before ask-start?',
    'start-over': 'from-the-top [knees set-up] say-ready?',
    'list-exercises': 'exercise-list ask-start?',
    'whats-left': 'routine-length ask-start?',
    streak: 'streak ask-start?',
    fallback: 'not-caught ask-start?',
    'instructions instructions:several skip:several': 'ask-which?',
    'instructions:march': 'instructions ask-start?',
    'instructions:unknown skip:unknown': 'unknown-exercise ask-which?',
    skip: 'nothing-to-skip ask-start?',
    'skip:march skip:kicks': 'skipped ask-start?',
  },
  'going on was offered': {
    'launch repeat': 'you-were-at ask-go-on?',
    'start-routine minutes:500': 'picking-up position [march set 2] say-ready?',
    'ready yes resume next': 'position [march set 2] say-ready?',
    no: 'ask-start-over?',
    pause: 'no-rush say-im-ready?',
    stop: 'kept bye',
    previous: 'going-back [march set 1] say-ready?',
    'start-over': 'from-the-top [knees set-up] say-ready?',
    'list-exercises': 'exercise-list ask-go-on?',
    'whats-left': 'whats-left ask-go-on?',
    streak: 'streak ask-go-on?',
    help: 'help-during ask-go-on?',
    fallback: 'not-caught ask-go-on?',
    'instructions instructions:march': 'instructions ask-go-on?',
    'instructions:several skip:several': 'ask-which?',
    'instructions:unknown skip:unknown': 'unknown-exercise ask-which?',
    'skip skip:march': 'skipped [kicks set-up] say-ready?',
    'skip:kicks': 'skipped ask-go-on?',
    'minutes:5': 'short-routine position [march set 2] say-ready?',
    'difficulty:easier': 'difficulty-changed ask-go-on?',
    'pain:sharp-pain score:5': 'stop-exercise ask-easier-or-skip?',
  },
  'starting over was offered': {
    launch: 'you-were-at ask-go-on?',
    'start-routine minutes:500': 'picking-up position [march set 2] say-ready?',
    'ready yes next start-over': 'from-the-top [knees set-up] say-ready?',
    resume: 'position [march set 2] say-ready?',
    'no stop': 'kept bye',
    pause: 'no-rush say-im-ready?',
    previous: 'going-back [march set 1] say-ready?',
    repeat: 'ask-start-over?',
    'list-exercises': 'exercise-list ask-start-over?',
    'whats-left': 'whats-left ask-start-over?',
    streak: 'streak ask-start-over?',
    help: 'help-during ask-start-over?',
    fallback: 'not-caught ask-start-over?',
    'instructions instructions:march': 'instructions ask-start-over?',
    'instructions:several skip:several': 'ask-which?',
    'instructions:unknown skip:unknown': 'unknown-exercise ask-which?',
    'skip skip:march': 'skipped [kicks set-up] say-ready?',
    'skip:kicks': 'skipped ask-start-over?',
    'minutes:5': 'short-routine position [march set 2] say-ready?',
    'difficulty:easier': 'difficulty-changed ask-start-over?',
    'pain:sharp-pain score:5': 'stop-exercise ask-easier-or-skip?',
  },
  'doing it again was offered': {
    'launch start-routine repeat whats-left log-routine': 'done-today ask-again?',
    'ready yes resume next start-over': 'from-the-top [knees set-up] say-ready?',
    'no stop': 'goodbye bye',
    pause: 'no-rush say-im-ready?',
    previous: 'ask-again?',
    'list-exercises': 'exercise-list ask-again?',
    streak: 'streak ask-again?',
    help: 'help-before ask-again?',
    fallback: 'not-caught ask-again?',
    'instructions instructions:several skip:several': 'ask-which?',
    'instructions:march': 'instructions ask-again?',
    'instructions:unknown skip:unknown': 'unknown-exercise ask-which?',
    skip: 'nothing-to-skip ask-again?',
    'skip:march skip:kicks': 'already-done ask-again?',
  },
  'she was asked whether she finished the kicks': {
    'launch start-routine previous repeat whats-left skip skip:march skip:kicks skip:several skip:unknown practice practice:several practice:kicks practice:unknown minutes:unknown minutes:0 minutes:5 minutes:500':
      'ask-finished?',
    'ready yes resume next': '[plank set-up] say-ready?',
    no: '[kicks set-up] say-ready?',
    pause: 'no-rush ask-finished?',
    stop: 'goodbye bye',
    'start-over': 'from-the-top [knees set-up] say-ready?',
    'list-exercises': 'exercise-list ask-finished?',
    streak: 'streak ask-finished?',
    help: 'help-before ask-finished?',
    fallback: 'not-caught ask-finished?',
    'instructions instructions:march': 'instructions ask-finished?',
    'instructions:several': 'ask-which?',
    'instructions:unknown': 'unknown-exercise ask-which?',
  },
  'she was asked whether she finished the planks yesterday': {
    'launch start-routine previous repeat start-over whats-left skip skip:march skip:kicks skip:several skip:unknown practice practice:several practice:kicks practice:unknown minutes:unknown minutes:0 minutes:5 minutes:500':
      'ask-finished?',
    'ready yes resume next': 'late-day-in ask-start?',
    no: 'starting [knees set-up] say-ready?',
    pause: 'no-rush ask-finished?',
    stop: 'goodbye bye',
    'list-exercises': 'exercise-list ask-finished?',
    streak: 'streak ask-finished?',
    help: 'help-before ask-finished?',
    fallback: 'not-caught ask-finished?',
    'instructions instructions:march': 'instructions ask-finished?',
    'instructions:several': 'ask-which?',
    'instructions:unknown': 'unknown-exercise ask-which?',
  },
  'she was asked which exercise to explain, before a routine': {
    launch: 'greeting [knees set-up] say-ready?',
    'start-routine ready yes resume next': 'starting [knees set-up] say-ready?',
    no: 'no-rush ask-start?',
    pause: 'no-rush ask-which?',
    stop: 'goodbye bye',
    previous: 'ask-start?',
    'repeat instructions:unknown skip:unknown': 'unknown-exercise ask-which?',
    'start-over': 'from-the-top [knees set-up] say-ready?',
    'list-exercises': 'exercise-list ask-start?',
    'whats-left': 'routine-length ask-start?',
    streak: 'streak ask-start?',
    help: 'help-before ask-start?',
    'instructions instructions:several skip:several': 'ask-which?',
    'instructions:march': 'instructions ask-start?',
    skip: 'nothing-to-skip ask-start?',
    'skip:march skip:kicks': 'skipped ask-start?',
    fallback: 'not-caught ask-which?',
  },
  'she was asked which exercise to explain, in the march': {
    launch: 'you-were-at ask-go-on?',
    'start-routine': 'picking-up position [march set 2] say-ready?',
    'ready yes resume next': 'picking-up [march set 2] say-ready?',
    no: 'no-rush say-ready-to-go-on?',
    pause: 'no-rush ask-which?',
    stop: 'kept bye',
    previous: 'going-back [march set 1] say-ready?',
    'repeat instructions:several skip:several': 'ask-which?',
    'start-over': 'from-the-top [knees set-up] say-ready?',
    'list-exercises': 'exercise-list say-ready-to-go-on?',
    'whats-left minutes:500': 'whats-left say-ready-to-go-on?',
    streak: 'streak say-ready-to-go-on?',
    help: 'help-during ask-go-on?',
    'instructions instructions:march': 'instructions say-ready-to-go-on?',
    'instructions:unknown skip:unknown': 'unknown-exercise ask-which?',
    'skip skip:march': 'skipped [kicks set-up] say-ready?',
    'skip:kicks': 'skipped say-ready-to-go-on?',
    'minutes:5': 'short-routine say-ready-to-go-on?',
    'difficulty:easier': 'difficulty-changed say-ready-to-go-on?',
    'pain:sharp-pain score:5': 'stop-exercise ask-easier-or-skip?',
    fallback: 'not-caught ask-which?',
  },
  'she was asked which exercise to skip, in the march': {
    launch: 'you-were-at ask-go-on?',
    'start-routine': 'picking-up position [march set 2] say-ready?',
    'ready yes resume next': 'picking-up [march set 2] say-ready?',
    no: 'no-rush say-ready-to-go-on?',
    pause: 'no-rush ask-which?',
    stop: 'kept bye',
    previous: 'going-back [march set 1] say-ready?',
    'repeat instructions:unknown skip:unknown': 'unknown-exercise ask-which?',
    'start-over': 'from-the-top [knees set-up] say-ready?',
    'list-exercises': 'exercise-list say-ready-to-go-on?',
    'whats-left minutes:500': 'whats-left say-ready-to-go-on?',
    streak: 'streak say-ready-to-go-on?',
    help: 'help-during ask-go-on?',
    'instructions instructions:march skip skip:march': 'skipped [kicks set-up] say-ready?',
    'instructions:several skip:several': 'ask-which?',
    'skip:kicks': 'skipped say-ready-to-go-on?',
    'minutes:5': 'short-routine say-ready-to-go-on?',
    'difficulty:easier': 'difficulty-changed say-ready-to-go-on?',
    'pain:sharp-pain score:5': 'stop-exercise ask-easier-or-skip?',
    fallback: 'not-caught ask-which?',
  },
  'she was asked which exercise she was at': {
    'launch start-routine ready yes resume next previous whats-left skip skip:march skip:kicks skip:several skip:unknown practice practice:several practice:kicks practice:unknown minutes:unknown minutes:0 minutes:5 minutes:500':
      'ask-finished?',
    no: '[knees set-up] say-ready-for-exercise?',
    pause: 'no-rush ask-which-place?',
    stop: 'goodbye bye',
    'repeat instructions instructions:several instructions:unknown': 'ask-which-place?',
    'start-over': 'from-the-top [knees set-up] say-ready-for-exercise?',
    'list-exercises': 'exercise-list ask-finished?',
    streak: 'streak ask-finished?',
    help: 'help-before ask-finished?',
    'instructions:march': '[march set-up] say-ready-for-exercise?',
    fallback: 'not-caught ask-which-place?',
  },
  'a set-up is being spoken': {
    launch: 'you-were-at ask-go-on?',
    'start-routine yes resume repeat minutes:500': '[knees set-up] say-ready?',
    'ready next': '[knees set 1] say-ready?',
    no: 'no-rush say-ready-to-go-on?',
    pause: 'paused say-ready-when-back?',
    stop: 'kept bye',
    previous: 'going-back [knees set-up] say-ready?',
    'start-over': 'from-the-top [knees set-up] say-ready?',
    'list-exercises': 'exercise-list say-ready-to-go-on?',
    'whats-left': 'whats-left say-ready-to-go-on?',
    streak: 'streak say-ready-to-go-on?',
    help: 'help-during ask-go-on?',
    fallback: 'not-caught say-ready-to-go-on?',
    'instructions instructions:march': 'instructions say-ready-to-go-on?',
    'instructions:several skip:several': 'ask-which?',
    'instructions:unknown skip:unknown': 'unknown-exercise ask-which?',
    skip: 'skipped [march set-up] say-ready?',
    'skip:march skip:kicks': 'skipped say-ready-to-go-on?',
    'difficulty:easier': 'difficulty-changed [knees set-up] say-ready?',
    'pain:sharp-pain score:5': 'stop-exercise ask-easier-or-skip?',
  },
  'the set-up of the march is being spoken after the knees': {
    launch: 'you-were-at ask-go-on?',
    'start-routine yes resume repeat minutes:500': '[march set-up] say-ready?',
    'ready next': '[march set 1] say-ready?',
    no: 'no-rush say-ready-to-go-on?',
    pause: 'paused say-ready-when-back?',
    stop: 'kept bye',
    previous: 'going-back [knees set-up] say-ready?',
    'start-over': 'from-the-top [knees set-up] say-ready?',
    'list-exercises': 'exercise-list say-ready-to-go-on?',
    'whats-left': 'whats-left say-ready-to-go-on?',
    streak: 'streak say-ready-to-go-on?',
    help: 'help-during ask-go-on?',
    fallback: 'not-caught say-ready-to-go-on?',
    'instructions instructions:march': 'instructions say-ready-to-go-on?',
    'instructions:several skip:several': 'ask-which?',
    'instructions:unknown skip:unknown': 'unknown-exercise ask-which?',
    'skip skip:march': 'skipped [kicks set-up] say-ready?',
    'skip:kicks': 'skipped say-ready-to-go-on?',
    'minutes:5': 'short-routine [march set-up] say-ready?',
    'difficulty:easier': 'difficulty-changed [march set-up] say-ready?',
    'pain:sharp-pain score:5': 'stop-exercise ask-easier-or-skip?',
  },
  'a lead-in is being spoken': {
    launch: 'you-were-at ask-go-on?',
    'start-routine minutes:500': '[march set-up] say-ready?',
    'ready yes resume repeat': '[march set 1] say-ready?',
    next: '[march set 2] say-ready?',
    no: 'no-rush say-ready-to-go-on?',
    pause: 'paused say-ready-when-back?',
    stop: 'kept bye',
    previous: 'going-back [march set-up] say-ready?',
    'start-over': 'from-the-top [knees set-up] say-ready?',
    'list-exercises': 'exercise-list say-ready-to-go-on?',
    'whats-left': 'whats-left say-ready-to-go-on?',
    streak: 'streak say-ready-to-go-on?',
    help: 'help-during ask-go-on?',
    fallback: 'not-caught say-ready-to-go-on?',
    'instructions instructions:march': 'instructions say-ready-to-go-on?',
    'instructions:several skip:several': 'ask-which?',
    'instructions:unknown skip:unknown': 'unknown-exercise ask-which?',
    'skip skip:march': 'skipped [kicks set-up] say-ready?',
    'skip:kicks': 'skipped say-ready-to-go-on?',
    'minutes:5': 'short-routine position [march set 1] say-ready?',
    'difficulty:easier': 'difficulty-changed [march set 1] say-ready?',
    'pain:sharp-pain score:5': 'stop-exercise ask-easier-or-skip?',
    'stops:each-set': 'stops-changed [march set 1] say-ready-for-set?',
  },
  'set one is being spoken, five reps done': {
    launch: 'you-were-at ask-go-on?',
    'start-routine minutes:500': 'picking-up position [march set 1] say-ready?',
    ready: 'set-counted say-ready-for-set?',
    'yes resume': 'picking-up [march set 1] say-ready?',
    next: '[march set 2] say-ready?',
    no: 'no-rush say-ready-to-go-on?',
    pause: 'paused say-ready-when-back?',
    stop: 'kept bye',
    previous: 'going-back [march set-up] say-ready?',
    repeat: '[march set 1] say-ready?',
    'start-over': 'from-the-top [knees set-up] say-ready?',
    'list-exercises': 'exercise-list say-ready-to-go-on?',
    'whats-left': 'whats-left say-ready-to-go-on?',
    streak: 'streak say-ready-to-go-on?',
    help: 'help-during ask-go-on?',
    fallback: 'not-caught say-ready-to-go-on?',
    'instructions instructions:march': 'instructions say-ready-to-go-on?',
    'instructions:several skip:several': 'ask-which?',
    'instructions:unknown skip:unknown': 'unknown-exercise ask-which?',
    'skip skip:march': 'skipped [kicks set-up] say-ready?',
    'skip:kicks': 'skipped say-ready-to-go-on?',
    'minutes:5': 'short-routine position [march set 1] say-ready?',
    'difficulty:easier': 'difficulty-changed [march set 1] say-ready?',
    'pain:sharp-pain score:5': 'stop-exercise ask-easier-or-skip?',
    'stops:each-set': 'stops-changed [march set 1] say-ready-for-set?',
  },
  'the last rep of set one is being spoken': {
    launch: 'you-were-at ask-go-on?',
    'start-routine minutes:500': 'picking-up position [march set 2] say-ready?',
    ready: 'set-counted say-ready-for-set?',
    'yes resume next': '[march set 2] say-ready?',
    no: 'no-rush say-ready-to-go-on?',
    pause: 'paused say-ready-when-back?',
    stop: 'kept bye',
    previous: 'going-back [march set 1] say-ready?',
    repeat: 'say-ready-to-go-on?',
    'start-over': 'from-the-top [knees set-up] say-ready?',
    'list-exercises': 'exercise-list say-ready-to-go-on?',
    'whats-left': 'whats-left say-ready-to-go-on?',
    streak: 'streak say-ready-to-go-on?',
    help: 'help-during ask-go-on?',
    fallback: 'not-caught say-ready-to-go-on?',
    'instructions instructions:march': 'instructions say-ready-to-go-on?',
    'instructions:several skip:several': 'ask-which?',
    'instructions:unknown skip:unknown': 'unknown-exercise ask-which?',
    'skip skip:march': 'skipped [kicks set-up] say-ready?',
    'skip:kicks': 'skipped say-ready-to-go-on?',
    'minutes:5': 'short-routine position [march set 2] say-ready?',
    'difficulty:easier': 'difficulty-changed [march set 2] say-ready?',
    'pain:sharp-pain score:5': 'stop-exercise ask-easier-or-skip?',
  },
  'a rest is being spoken': {
    launch: 'you-were-at ask-go-on?',
    'start-routine minutes:500': 'picking-up position [march set 2] say-ready?',
    'ready yes resume next repeat': '[march set 2] say-ready?',
    no: 'no-rush say-ready-to-go-on?',
    pause: 'paused say-ready-when-back?',
    stop: 'kept bye',
    previous: 'going-back [march set 1] say-ready?',
    'start-over': 'from-the-top [knees set-up] say-ready?',
    'list-exercises': 'exercise-list say-ready-to-go-on?',
    'whats-left': 'whats-left say-ready-to-go-on?',
    streak: 'streak say-ready-to-go-on?',
    help: 'help-during ask-go-on?',
    fallback: 'not-caught say-ready-to-go-on?',
    'instructions instructions:march': 'instructions say-ready-to-go-on?',
    'instructions:several skip:several': 'ask-which?',
    'instructions:unknown skip:unknown': 'unknown-exercise ask-which?',
    'skip skip:march': 'skipped [kicks set-up] say-ready?',
    'skip:kicks': 'skipped say-ready-to-go-on?',
    'minutes:5': 'short-routine position [march set 2] say-ready?',
    'difficulty:easier': 'difficulty-changed [march set 2] say-ready?',
    'pain:sharp-pain score:5': 'stop-exercise ask-easier-or-skip?',
  },
  'set two is being spoken, five reps done': {
    launch: 'you-were-at ask-go-on?',
    'start-routine minutes:500': 'picking-up position [march set 2] say-ready?',
    'ready next': '[kicks set-up] say-ready?',
    'yes resume': 'picking-up [march set 2] say-ready?',
    no: 'no-rush say-ready-to-go-on?',
    pause: 'paused say-ready-when-back?',
    stop: 'kept bye',
    previous: 'going-back [march set 1] say-ready?',
    repeat: '[march set 2] say-ready?',
    'start-over': 'from-the-top [knees set-up] say-ready?',
    'list-exercises': 'exercise-list say-ready-to-go-on?',
    'whats-left': 'whats-left say-ready-to-go-on?',
    streak: 'streak say-ready-to-go-on?',
    help: 'help-during ask-go-on?',
    fallback: 'not-caught say-ready-to-go-on?',
    'instructions instructions:march': 'instructions say-ready-to-go-on?',
    'instructions:several skip:several': 'ask-which?',
    'instructions:unknown skip:unknown': 'unknown-exercise ask-which?',
    'skip skip:march': 'skipped [kicks set-up] say-ready?',
    'skip:kicks': 'skipped say-ready-to-go-on?',
    'minutes:5': 'short-routine position [march set 2] say-ready?',
    'difficulty:easier': 'difficulty-changed [march set 2] say-ready?',
    'pain:sharp-pain score:5': 'stop-exercise ask-easier-or-skip?',
  },
  'the last rep of set two is being spoken': {
    launch: 'you-were-at ask-go-on?',
    'start-routine ready yes resume next minutes:5 minutes:500': '[kicks set-up] say-ready?',
    no: 'no-rush say-ready-to-go-on?',
    pause: 'paused say-ready-when-back?',
    stop: 'kept bye',
    previous: 'going-back [march set-up] say-ready?',
    repeat: 'say-ready-to-go-on?',
    'start-over': 'from-the-top [knees set-up] say-ready?',
    'list-exercises': 'exercise-list say-ready-to-go-on?',
    'whats-left': 'whats-left say-ready-to-go-on?',
    streak: 'streak say-ready-to-go-on?',
    help: 'help-during ask-go-on?',
    fallback: 'not-caught say-ready-to-go-on?',
    'instructions instructions:march': 'instructions say-ready-to-go-on?',
    'instructions:several skip:several': 'ask-which?',
    'instructions:unknown skip:unknown': 'unknown-exercise ask-which?',
    'skip skip:kicks': 'skipped [plank set-up] say-ready?',
    'skip:march': 'already-done say-ready-to-go-on?',
    'difficulty:easier': 'difficulty-changed [kicks set-up] say-ready?',
    'pain:sharp-pain score:5': 'stop-exercise say-ready-to-go-on?',
  },
  'a plank is being held': {
    launch: 'you-were-at ask-go-on?',
    'start-routine minutes:5 minutes:500': 'picking-up position [plank set 2] say-done?',
    ready: 'set-counted say-ready-for-set?',
    'yes resume repeat': '[plank set 2] say-done?',
    next: '[plank set 3] say-done?',
    no: 'no-rush say-ready-to-go-on?',
    pause: 'paused say-ready-when-back?',
    stop: 'kept bye',
    previous: 'going-back [plank set 1] say-done?',
    'start-over': 'from-the-top [knees set-up] say-ready?',
    'list-exercises': 'exercise-list say-ready-to-go-on?',
    'whats-left': 'whats-left say-ready-to-go-on?',
    streak: 'streak say-ready-to-go-on?',
    help: 'help-during ask-go-on?',
    fallback: 'not-caught say-ready-to-go-on?',
    'instructions instructions:march': 'instructions say-ready-to-go-on?',
    'instructions:several skip:several': 'ask-which?',
    'instructions:unknown skip:unknown': 'unknown-exercise ask-which?',
    skip: 'skipped finished-without bye',
    'skip:march skip:kicks': 'already-done say-ready-to-go-on?',
    'difficulty:easier': 'difficulty-changed [plank set 2] say-done?',
    'pain:sharp-pain score:5': 'stop-exercise ask-easier-or-skip?',
    'stops:each-set': 'stops-changed [plank set 2] say-ready-for-set?',
  },
  'the last plank is in its last two seconds': {
    'ready yes resume next no pause stop whats-left streak fallback log-routine': 'finished bye',
    'launch start-routine minutes:unknown minutes:0 minutes:5 minutes:500': 'finished ask-again?',
    'previous repeat start-over': 'finished ask-again?',
    'list-exercises': 'exercise-list finished bye',
    help: 'finished help-before ask-again?',
    'instructions instructions:march': 'instructions finished bye',
    'instructions:several skip:several': 'finished ask-which?',
    'instructions:unknown skip:unknown': 'finished unknown-exercise ask-which?',
    skip: 'finished bye',
    'skip:march skip:kicks': 'already-done finished bye',
    'practice:kicks': 'finished practice [kicks set-up] say-ready?',
    'difficulty:easier': 'difficulty-changed finished bye',
    'report-pain pain:unknown': 'ask-how-it-feels?',
  },
  'a segment has ended, and she is waited for': {
    launch: 'you-were-at ask-go-on?',
    'start-routine ready yes resume next': '[kicks set 1] say-ready?',
    no: 'no-rush say-ready-to-go-on?',
    pause: 'paused say-ready-when-back?',
    stop: 'kept bye',
    previous: 'going-back [kicks set-up] say-ready?',
    repeat: '[kicks set-up] say-ready?',
    'start-over': 'from-the-top [knees set-up] say-ready?',
    'list-exercises': 'exercise-list say-ready-to-go-on?',
    'whats-left minutes:5 minutes:500': 'whats-left say-ready-to-go-on?',
    streak: 'streak say-ready-to-go-on?',
    help: 'help-during ask-go-on?',
    fallback: 'not-caught say-ready-to-go-on?',
    'instructions instructions:march': 'instructions say-ready-to-go-on?',
    'instructions:several skip:several': 'ask-which?',
    'instructions:unknown skip:unknown': 'unknown-exercise ask-which?',
    'skip skip:kicks': 'skipped [plank set-up] say-ready?',
    'skip:march': 'already-done say-ready-to-go-on?',
    'difficulty:easier': 'difficulty-changed say-ready-to-go-on?',
    'pain:sharp-pain score:5': 'stop-exercise ask-easier-or-skip?',
  },
  'a set has ended, and she is waited for': {
    launch: 'you-were-at ask-go-on?',
    'start-routine ready yes resume next': '[knees set 2] say-ready?',
    no: 'no-rush say-ready-to-go-on?',
    pause: 'paused say-ready-when-back?',
    stop: 'kept bye',
    previous: 'going-back [knees set 1] say-ready-for-set?',
    repeat: 'say-ready-to-go-on?',
    'start-over': 'from-the-top [knees set-up] say-ready?',
    'list-exercises': 'exercise-list say-ready-to-go-on?',
    'whats-left minutes:500': 'whats-left say-ready-to-go-on?',
    streak: 'streak say-ready-to-go-on?',
    help: 'help-during ask-go-on?',
    fallback: 'not-caught say-ready-to-go-on?',
    'instructions instructions:march': 'instructions say-ready-to-go-on?',
    'instructions:several skip:several': 'ask-which?',
    'instructions:unknown skip:unknown': 'unknown-exercise ask-which?',
    skip: 'skipped [march set-up] say-ready?',
    'skip:march skip:kicks': 'skipped say-ready-to-go-on?',
    'minutes:5': 'short-routine say-ready?',
    'difficulty:easier': 'difficulty-changed say-ready-to-go-on?',
    'pain:sharp-pain score:5': 'stop-exercise ask-easier-or-skip?',
  },
  'she paused in set two of the march': {
    launch: 'you-were-at ask-go-on?',
    'start-routine ready yes resume next': 'picking-up [march set 2] say-ready?',
    no: 'no-rush say-ready-to-go-on?',
    'pause repeat': 'paused say-ready-when-back?',
    stop: 'kept bye',
    previous: 'going-back [march set 1] say-ready?',
    'start-over': 'from-the-top [knees set-up] say-ready?',
    'list-exercises': 'exercise-list say-ready-to-go-on?',
    'whats-left minutes:500': 'whats-left say-ready-to-go-on?',
    streak: 'streak say-ready-to-go-on?',
    help: 'help-during ask-go-on?',
    'instructions instructions:march': 'instructions say-ready-to-go-on?',
    'instructions:several skip:several': 'ask-which?',
    'instructions:unknown skip:unknown': 'unknown-exercise ask-which?',
    'skip skip:march': 'skipped [kicks set-up] say-ready?',
    'skip:kicks': 'skipped say-ready-to-go-on?',
    'minutes:5': 'short-routine say-ready?',
    'difficulty:easier': 'difficulty-changed say-ready-to-go-on?',
    'pain:sharp-pain score:5': 'stop-exercise ask-easier-or-skip?',
    fallback: 'not-caught say-ready-when-back?',
  },
  'the whole routine has ended': {
    'ready yes resume next no pause stop whats-left streak fallback log-routine': 'finished bye',
    'launch start-routine minutes:unknown minutes:0 minutes:5 minutes:500': 'finished ask-again?',
    'previous repeat start-over': 'finished ask-again?',
    'list-exercises': 'exercise-list finished bye',
    help: 'finished help-before ask-again?',
    'instructions instructions:several skip:several': 'finished ask-which?',
    'instructions:march': 'instructions finished bye',
    'instructions:unknown skip:unknown': 'finished unknown-exercise ask-which?',
    skip: 'finished bye',
    'skip:march skip:kicks': 'already-done finished bye',
    'practice:kicks': 'finished practice [kicks set-up] say-ready?',
    'report-pain pain:unknown': 'ask-how-it-feels?',
  },
  'she was asked whether she did it without us': {
    yes: 'logged bye',
    'no fallback': 'not-logged bye',
    pause: 'no-rush ask-log-routine?',
    repeat: 'ask-log-routine?',
  },
  'she was asked whether everything is to be erased, in the march': {
    yes: '(erase)',
    pause: 'no-rush ask-erase?',
    'ready resume next no fallback': 'not-erased say-ready-to-go-on?',
    repeat: 'ask-erase?',
  },
  'she was asked how it feels, in the march': {
    'yes minutes:5 report-pain pain:unknown pain:sharp-pain score:5 ready resume next fallback':
      'stop-exercise ask-easier-or-skip?',
    'minutes:0 no pain:tired-muscles score:2': 'soften say-ready-to-go-on?',
    'minutes:500': 'rest-today see-a-professional bye',
    'difficulty:easier': 'difficulty-changed ask-how-it-feels?',
    pause: 'no-rush ask-how-it-feels?',
    'list-exercises': 'exercise-list ask-how-it-feels?',
    'whats-left': 'whats-left ask-how-it-feels?',
    streak: 'streak ask-how-it-feels?',
    help: 'help-during ask-how-it-feels?',
    'instructions instructions:march': 'instructions ask-how-it-feels?',
    'skip:kicks': 'skipped ask-how-it-feels?',
    repeat: 'ask-how-it-feels?',
  },
  'she was asked whether she wants it easier': {
    'yes difficulty:easier ready resume next': 'difficulty-changed [march set 2] say-ready?',
    'list-exercises': 'exercise-list ask-easier-or-skip?',
    'minutes:5': 'short-routine ask-easier-or-skip?',
    'start-routine': 'picking-up position [march set 2] say-ready?',
    'pain:sharp-pain score:5': 'stop-exercise see-a-professional ask-easier-or-skip?',
    'difficulty:easier:several': 'difficulty-changed difficulty-changed [march set 2] say-ready?',
    launch: 'you-were-at ask-go-on?',
    'start-over': 'from-the-top [knees set-up] say-ready?',
    'no stop': 'kept bye',
    pause: 'no-rush ask-easier-or-skip?',
    previous: 'going-back [march set 1] say-ready?',
    repeat: 'stop-exercise ask-easier-or-skip?',
    'whats-left minutes:500': 'whats-left ask-easier-or-skip?',
    streak: 'streak ask-easier-or-skip?',
    help: 'help-during ask-easier-or-skip?',
    fallback: 'not-caught ask-easier-or-skip?',
    'instructions instructions:march': 'instructions ask-easier-or-skip?',
    'instructions:several skip:several': 'ask-which?',
    'instructions:unknown skip:unknown': 'unknown-exercise ask-which?',
    'skip skip:march': 'skipped [kicks set-up] say-ready?',
    'skip:kicks': 'skipped ask-easier-or-skip?',
  },
  'one exercise has been practised': {
    'yes ready resume next no pause stop whats-left streak fallback': 'finished-without bye',
    launch: 'finished-without ask-start?',
    'list-exercises': 'exercise-list finished-without bye',
    'minutes:5': 'short-routine [march set-up] say-ready?',
    'report-pain pain:unknown': 'ask-how-it-feels?',
    'start-routine': 'starting [knees set-up] say-ready?',
    'start-over': 'finished-without ask-again?',
    'previous repeat': 'finished-without ask-start?',
    help: 'finished-without help-before ask-start?',
    'instructions instructions:several skip:several': 'finished-without ask-which?',
    'instructions:march': 'instructions finished-without bye',
    'instructions:unknown skip:unknown': 'finished-without unknown-exercise ask-which?',
    skip: 'finished-without bye',
    'skip:march skip:kicks': 'skipped finished-without bye',
  },
  'a short routine is being spoken': {
    'yes resume': 'picking-up [knees set 1] say-ready?',
    'difficulty:easier': 'difficulty-changed [knees set 1] say-ready?',
    'pain:sharp-pain score:5': 'stop-exercise ask-easier-or-skip?',
    'start-routine': 'picking-up position [knees set 1] say-ready?',
    'ready next': '[march set-up] say-ready?',
    repeat: '[knees set 1] say-ready?',
    'minutes:500': 'starting [knees set-up] say-ready?',
  },
  'she was asked how many minutes she has': {
    'ready yes resume next': 'ask-minutes?',
    pause: 'no-rush ask-minutes?',
    repeat: 'not-understood-number ask-minutes?',
    fallback: 'not-caught ask-minutes?',
  },
  'she was asked how long to hold a plank, in the march': {
    'minutes:0 minutes:500': 'plank-hold-out-of-range ask-plank-seconds?',
    'minutes:5': 'plank-hold-changed say-ready-to-go-on?',
    'ready yes resume next repeat': 'ask-plank-seconds?',
    pause: 'no-rush ask-plank-seconds?',
    fallback: 'not-caught ask-plank-seconds?',
  },
  'she was asked how many days to pause': {
    'minutes:0': 'not-understood-number ask-pause-days?',
    'minutes:5': 'streak-paused bye',
    'minutes:500': 'streak-paused-at-most bye',
    'ready yes resume next repeat': 'ask-pause-days?',
    pause: 'no-rush ask-pause-days?',
    fallback: 'not-caught ask-pause-days?',
  },
  'she was asked which exercise to make harder': {
    repeat: 'ask-which?',
    fallback: 'not-caught ask-which?',
    'instructions:several': 'difficulty-changed difficulty-changed ask-start?',
    'instructions:march': 'difficulty-changed ask-start?',
  },
  'she was asked which exercise to practise': {
    repeat: 'ask-which?',
    fallback: 'not-caught ask-which?',
    'instructions:march': 'practice [march set-up] say-ready?',
  },
  'she was asked at which pace, in the march': {
    repeat: 'ask-pace?',
    fallback: 'not-caught ask-pace?',
  },
  'she was asked when to remind her': {
    'minutes:0 minutes:5': 'ask-confirm-reminder?',
    'ready yes resume next repeat': 'ask-reminder-time?',
    pause: 'no-rush ask-reminder-time?',
    fallback: 'not-caught ask-reminder-time?',
  },
  'she was asked what she wants to know about her back': {
    'ready yes resume next repeat': 'ask-topic?',
    pause: 'no-rush ask-topic?',
    fallback: 'not-caught ask-topic?',
  },
  'one exercise is being practised': {
    'difficulty:easier': 'difficulty-changed [plank set 2] say-done?',
    'pain:sharp-pain score:5': 'stop-exercise ask-easier-or-skip?',
    'stops:each-set': 'stops-changed [plank set 2] say-ready-for-set?',
    'start-routine minutes:500': 'starting [knees set-up] say-ready?',
    'ready next': '[plank set 2] say-done?',
    'skip:march skip:kicks': 'skipped say-ready-to-go-on?',
    'minutes:5': 'short-routine [knees set-up] say-ready?',
  },
};

/** Everything that can happen in a session; a new kind of event does not compile until it is here. */
const EVERY_KIND = Object.keys({
  launch: 0,
  ready: 0,
  'list-exercises': 0,
  'whats-left': 0,
  streak: 0,
  progress: 0,
  'log-routine': 0,
  'cancel-reminder': 0,
  'delete-data': 0,
  help: 0,
  stop: 0,
  fallback: 0,
  yes: 0,
  no: 0,
  pause: 0,
  resume: 0,
  next: 0,
  previous: 0,
  repeat: 0,
  'start-over': 0,
  'start-routine': 0,
  practice: 0,
  instructions: 0,
  skip: 0,
  'change-pace': 0,
  'set-plank-hold': 0,
  'change-difficulty': 0,
  'set-guidance': 0,
  'set-stops': 0,
  'quiet-mode': 0,
  'report-pain': 0,
  'ask-back-pain': 0,
  'pause-streak': 0,
  'set-reminder': 0,
  'permission-answered': 0,
  'reminder-set': 0,
  'reminder-cancelled': 0,
  'reminder-failed': 0,
  erased: 0,
  'erase-failed': 0,
} satisfies Record<Exclude<SessionEvent['kind'], 'ended'>, 0>);

const HOUR_MS = 3_600_000;

/** The places in a conversation in which something can be said. */
const STAGES: Readonly<Record<string, () => Conversation>> = {
  'she has never been here': () => converse({ profile: null }),
  'a new day has begun': () => converse(),
  'she paused in set two of the march, hours ago': () =>
    pausedInTheMarch()
      .ends('cut-off')
      .waits(3 * HOUR_MS)
      .returns(),
  'the power went in the kicks, hours ago': () => powerCutInTheKicks(),
  'the power went in the planks, yesterday': () => powerCutYesterday(),
  'today is done': () => doneToday(),
  'she was just welcomed': () => asked(converse({ profile: null }), 'launch'),
  'the routine was offered': () => asked(converse(), 'help'),
  'going on was offered': () =>
    asked(
      pausedInTheMarch()
        .ends('cut-off')
        .waits(3 * HOUR_MS)
        .returns(),
      'launch',
    ),
  'starting over was offered': () =>
    asked(
      pausedInTheMarch()
        .ends('cut-off')
        .waits(3 * HOUR_MS)
        .returns(),
      'launch',
      'no',
    ),
  'doing it again was offered': () => asked(doneToday(), 'launch'),
  'she was asked whether she finished the kicks': () => asked(powerCutInTheKicks(), 'launch'),
  'she was asked whether she finished the planks yesterday': () => asked(powerCutYesterday(), 'launch'),
  'she was asked which exercise to explain, before a routine': () => asked(converse(), 'instructions:unknown'),
  'she was asked which exercise to explain, in the march': () => asked(inTheMarch().hears(100), 'instructions:several'),
  'she was asked which exercise to skip, in the march': () => asked(inTheMarch().hears(100), 'skip:unknown'),
  'she was asked which exercise she was at': () => askedWhichPlace(),
  'a set-up is being spoken': () => asked(converse(), 'launch').hears(5),
  'the set-up of the march is being spoken after the knees': () => asked(converse(), 'launch', 'ready').hears(165),
  'a lead-in is being spoken': () => inTheMarch().hears(3),
  'set one is being spoken, five reps done': () => inTheMarch().hears(34),
  'the last rep of set one is being spoken': () => inTheMarch().hears(49),
  'a rest is being spoken': () => inTheMarch().hears(60),
  'set two is being spoken, five reps done': () => inTheMarch().hears(100),
  'the last rep of set two is being spoken': () => inTheMarch().hears(115),
  'a plank is being held': () => inThePlanks().hears(60),
  'the last plank is in its last two seconds': () => inThePlanks().hears(111),
  'a segment has ended, and she is waited for': () => inTheMarch().hearsOut(),
  'a set has ended, and she is waited for': () =>
    asked(converse({ profile: listener({ stops: 'each-set' }) }), 'launch', 'ready').hearsOut(),
  'she paused in set two of the march': () => pausedInTheMarch(),
  'the whole routine has ended': () => inThePlanks().hearsOut(),
  'she was asked how many minutes she has': () => asked(converse(), 'minutes:unknown'),
  'she was asked how long to hold a plank, in the march': () => asked(inTheMarch().hears(100), 'set-plank-hold'),
  'she was asked how many days to pause': () => asked(converse(), 'pause-streak'),
  'she was asked which exercise to make harder': () => asked(converse(), 'difficulty:harder'),
  'she was asked which exercise to practise': () => asked(converse(), 'practice'),
  'she was asked at which pace, in the march': () => asked(inTheMarch().hears(100), 'change-pace'),
  'she was asked whether she did it without us': () => asked(converse(), 'log-routine'),
  'she was asked whether everything is to be erased, in the march': () => asked(inTheMarch().hears(100), 'delete-data'),
  'she was asked when to remind her': () => asked(converse(), 'set-reminder'),
  'she was asked what she wants to know about her back': () => asked(converse(), 'ask-back-pain'),
  'she was asked how it feels, in the march': () => asked(inTheMarch().hears(100), 'report-pain'),
  'she was asked whether she wants it easier': () => asked(inTheMarch().hears(100), 'pain:sharp-pain'),
  'the platform asks whether it may remind her': () => askedForPermission(),
  'one exercise is being practised': () => asked(converse(), 'practice:plank', 'ready').hears(30),
  'one exercise has been practised': () => asked(converse(), 'practice:plank', 'ready').hearsOut(),
  'a short routine is being spoken': () => asked(converse(), 'minutes:5', 'ready').hears(30),
};

/** Stages in which most is answered as in another one. */
const LIKE: Readonly<Record<string, string>> = {
  'she was asked how many minutes she has': 'a new day has begun',
  'she was asked how long to hold a plank, in the march': 'she was asked which exercise to explain, in the march',
  'she was asked how many days to pause': 'a new day has begun',
  'she was asked which exercise to make harder': 'she was asked which exercise to explain, before a routine',
  'she was asked which exercise to practise': 'she was asked which exercise to explain, before a routine',
  'she was asked at which pace, in the march': 'she paused in set two of the march',
  'she was asked whether she did it without us': 'a new day has begun',
  'she was asked whether everything is to be erased, in the march':
    'she was asked which exercise to explain, in the march',
  'she was asked when to remind her': 'a new day has begun',
  'she was asked what she wants to know about her back': 'a new day has begun',
  'she was asked how it feels, in the march': 'she was asked which exercise to explain, in the march',
  'the platform asks whether it may remind her': 'a new day has begun',
  'one exercise is being practised': 'a plank is being held',
  'a short routine is being spoken': 'a set-up is being spoken',
};

/** What is told before a question where a plan has just been heard to its end. */
const FINISHED: Readonly<Record<string, string>> = {
  'the last plank is in its last two seconds': 'finished',
  'the whole routine has ended': 'finished',
  'one exercise has been practised': 'finished-without',
};

/** Stages of a session in which she was neither welcomed nor offered anything yet, with no routine begun. */
const CAME_FOR_ONE_THING: ReadonlySet<string> = new Set([
  'she has never been here',
  'a new day has begun',
  'the power went in the planks, yesterday',
  'she was asked which exercise to explain, before a routine',
  'she was asked how many minutes she has',
  'she was asked how many days to pause',
  'she was asked which exercise to make harder',
  'she was asked which exercise to practise',
  'she was asked whether she did it without us',
  'she was asked when to remind her',
  'she was asked what she wants to know about her back',
  'the platform asks whether it may remind her',
]);

/** Stages in which speech is interrupted. */
const SPEAKING = /being (spoken|held|practised)/;

/** Everything that she can hear in a stage, by what she says. */
function answersIn(stage: string): Readonly<Record<string, string>> {
  const heard = { ...flat(HEARD[LIKE[stage] ?? ''] ?? {}), ...flat(HEARD[stage] ?? {}) };
  const back = (heard['list-exercises'] ?? '').replace('exercise-list ', '');
  const onward = SPEAKING.test(stage) ? heard.yes?.replace('picking-up ', '') : back;
  const finished = FINISHED[stage];
  const always = flat(ALWAYS, (answer) => (finished && /^[a-z- ]+\?$/.test(answer) ? `${finished} ${answer}` : answer));
  const told = flat(ANSWERED, (line) => `${line} ${back}`);
  const kept = flat(KEPT, (line) => `${line} ${CAME_FOR_ONE_THING.has(stage) ? 'bye' : back}`);
  return { ...always, ...told, ...kept, ...flat(CHANGED, (line) => `${line} ${onward}`), ...heard };
}

function flat(rows: Readonly<Record<string, string>>, as = (answer: string) => answer): Record<string, string> {
  return Object.fromEntries(
    Object.entries(rows).flatMap(([sayings, answer]) => sayings.split(' ').map((said) => [said, as(answer)])),
  );
}

it('knows an answer to everything, everywhere', () => {
  const [first = [], ...others] = Object.keys(STAGES).map((stage) => Object.keys(answersIn(stage)).sort());
  for (const sayings of others) expect(sayings).toEqual(first);
  expect(new Set(first.map((said) => eventOf(said as Said, 0).kind))).toEqual(new Set(EVERY_KIND));
});

describe.each(Object.entries(STAGES))('when %s', (stage, make) => {
  const answers = Object.entries(answersIn(stage));

  let arrived: Conversation;
  beforeAll(() => {
    arrived = make();
  });

  it.each(answers as [Said, string][])('answers "%s" with: %s', (said, answer) => {
    const her = arrived.fork();
    const before = her.today;
    expect(her.says(said)).toBe(answer);
    expectAProperEnding(her.acts);
    if (said !== 'erased') expectNothingLost(before, her.today);
  });

  it.each(['cut-off', 'no-answer', 'unknown'] as const)('says nothing when the session ends: %s', (reason) => {
    const her = arrived.fork();
    const before = her.today;
    expect(her.ends(reason).acts).toEqual([]);
    expectNothingLost(before, her.today);
  });
});

function asked(her: Conversation, ...said: readonly Said[]): Conversation {
  her.saysAll(...said);
  return her;
}

function inThePlanks(opening = {}): Conversation {
  const her = converse(opening);
  her.says('launch');
  for (let exercise = 0; exercise < 4; exercise += 1) her.hearsOut().says('ready');
  return her;
}

function pausedInTheMarch(): Conversation {
  return asked(inTheMarch().hears(100), 'pause');
}

function powerCutInTheKicks(): Conversation {
  return inTheKicks()
    .hears(20)
    .waits(3 * HOUR_MS)
    .returns();
}

function powerCutYesterday(): Conversation {
  return inThePlanks({ at: '2026-11-21T20:00-05:00' }).hears(20).isNow('2026-11-22T07:30-05:00').returns();
}

function doneToday(): Conversation {
  const her = inThePlanks();
  her.hearsOut().says('ready');
  return her.waits(HOUR_MS).returns();
}

function askedForPermission(): Conversation {
  const her = converse();
  const wish = eventOf('remind:19', her.nowMs);
  her.happens(wish.kind === 'set-reminder' ? { ...wish, permitted: false } : wish);
  return her;
}

function askedWhichPlace(): Conversation {
  const her = asked(converse({ profile: listener({ stops: 'straight-through' }) }), 'launch');
  return asked(
    her
      .hears(20)
      .waits(3 * HOUR_MS)
      .returns(),
    'launch',
    'no',
  );
}

/** What she did on a day stays; another day may have begun, with nothing of the old one in it. */
function expectNothingLost(before: Day, after: Day): void {
  if (after.date !== before.date) return;
  for (const id of EXERCISE_IDS) expect(after.setsDone[id]).toEqual(expect.arrayContaining([...before.setsDone[id]]));
  expect(before.counts && !after.counts).toBe(false);
}
