import { EXERCISE_IDS } from '../../../lambda/core/routine/exercise';
import type { Day } from '../../../lambda/core/session/progress';
import { type Conversation, converse, expectAProperEnding, listener, type Said } from '../../support/converse';

/** Everything that can be said, with every way of naming an exercise. */
const EVERYTHING: readonly Said[] = [
  'launch',
  'start-routine',
  'ready',
  'list-exercises',
  'whats-left',
  'streak',
  'help',
  'stop',
  'fallback',
  'yes',
  'no',
  'pause',
  'resume',
  'next',
  'previous',
  'repeat',
  'start-over',
  'instructions',
  'instructions:march',
  'instructions:several',
  'instructions:unknown',
  'skip',
  'skip:march',
  'skip:kicks',
  'skip:several',
  'skip:unknown',
];

/** What she hears, by all that she can say, wherever she is. A key lists sayings that are answered alike. */
const HEARD: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'she has never been here': {
    'launch start-routine ready yes resume next start-over': 'welcome disclaimer first-place say-im-ready?',
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
    'start-routine ready yes resume next': 'picking-up position [march set 2] say-ready?',
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
  },
  'the power went in the kicks, hours ago': {
    'launch start-routine ready yes resume next previous repeat whats-left skip skip:march skip:kicks skip:several skip:unknown':
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
    'launch start-routine ready yes resume next start-over': 'ask-finished?',
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
    'whats-left': 'done-today bye',
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
    pause: 'no-rush say-ready-when-back?',
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
    pause: 'no-rush say-ready-when-back?',
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
    'start-routine': 'picking-up position [march set 2] say-ready?',
    'ready yes resume next': 'position [march set 2] say-ready?',
    no: 'ask-start-over?',
    pause: 'no-rush say-ready-when-back?',
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
  },
  'starting over was offered': {
    launch: 'you-were-at ask-go-on?',
    'start-routine': 'picking-up position [march set 2] say-ready?',
    'ready yes next start-over': 'from-the-top [knees set-up] say-ready?',
    resume: 'position [march set 2] say-ready?',
    'no stop': 'kept bye',
    pause: 'no-rush say-ready-when-back?',
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
  },
  'doing it again was offered': {
    'launch start-routine repeat whats-left': 'done-today ask-again?',
    'ready yes resume next start-over': 'from-the-top [knees set-up] say-ready?',
    'no stop': 'goodbye bye',
    pause: 'no-rush say-ready-when-back?',
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
    'launch start-routine previous repeat whats-left skip skip:march skip:kicks skip:several skip:unknown':
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
    'launch start-routine previous repeat start-over whats-left skip skip:march skip:kicks skip:several skip:unknown':
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
    'no pause': 'no-rush ask-start?',
    stop: 'goodbye bye',
    previous: 'ask-start?',
    'repeat instructions:unknown skip:unknown': 'unknown-exercise ask-which?',
    'start-over': 'from-the-top [knees set-up] say-ready?',
    'list-exercises': 'exercise-list ask-start?',
    'whats-left': 'routine-length ask-start?',
    streak: 'streak ask-start?',
    help: 'help-before ask-start?',
    fallback: 'not-caught ask-start?',
    'instructions instructions:several skip:several': 'ask-which?',
    'instructions:march': 'instructions ask-start?',
    skip: 'nothing-to-skip ask-start?',
    'skip:march skip:kicks': 'skipped ask-start?',
  },
  'she was asked which exercise to explain, in the march': {
    launch: 'you-were-at ask-go-on?',
    'start-routine': 'picking-up position [march set 2] say-ready?',
    'ready yes resume next': 'picking-up [march set 2] say-ready?',
    'no pause': 'no-rush say-ready-to-go-on?',
    stop: 'kept bye',
    previous: 'going-back [march set 1] say-ready?',
    'repeat instructions:several skip:several': 'ask-which?',
    'start-over': 'from-the-top [knees set-up] say-ready?',
    'list-exercises': 'exercise-list say-ready-to-go-on?',
    'whats-left': 'whats-left say-ready-to-go-on?',
    streak: 'streak say-ready-to-go-on?',
    help: 'help-during ask-go-on?',
    fallback: 'not-caught say-ready-to-go-on?',
    'instructions instructions:march': 'instructions say-ready-to-go-on?',
    'instructions:unknown skip:unknown': 'unknown-exercise ask-which?',
    'skip skip:march': 'skipped [kicks set-up] say-ready?',
    'skip:kicks': 'skipped say-ready-to-go-on?',
  },
  'she was asked which exercise to skip, in the march': {
    launch: 'you-were-at ask-go-on?',
    'start-routine': 'picking-up position [march set 2] say-ready?',
    'ready yes resume next': 'picking-up [march set 2] say-ready?',
    'no pause': 'no-rush say-ready-to-go-on?',
    stop: 'kept bye',
    previous: 'going-back [march set 1] say-ready?',
    'repeat instructions:unknown skip:unknown': 'unknown-exercise ask-which?',
    'start-over': 'from-the-top [knees set-up] say-ready?',
    'list-exercises': 'exercise-list say-ready-to-go-on?',
    'whats-left': 'whats-left say-ready-to-go-on?',
    streak: 'streak say-ready-to-go-on?',
    help: 'help-during ask-go-on?',
    fallback: 'not-caught say-ready-to-go-on?',
    'instructions instructions:march skip skip:march': 'skipped [kicks set-up] say-ready?',
    'instructions:several skip:several': 'ask-which?',
    'skip:kicks': 'skipped say-ready-to-go-on?',
  },
  'she was asked which exercise she was at': {
    'launch start-routine ready yes resume next previous whats-left skip skip:march skip:kicks skip:several skip:unknown':
      'ask-finished?',
    no: '[knees set-up] say-ready?',
    pause: 'no-rush ask-finished?',
    stop: 'goodbye bye',
    'repeat instructions instructions:several instructions:unknown': 'ask-which-place?',
    'start-over': 'from-the-top [knees set-up] say-ready?',
    'list-exercises': 'exercise-list ask-finished?',
    streak: 'streak ask-finished?',
    help: 'help-before ask-finished?',
    fallback: 'not-caught ask-finished?',
    'instructions:march': '[march set-up] say-ready?',
  },
  'a set-up is being spoken': {
    launch: 'you-were-at ask-go-on?',
    'start-routine yes resume repeat': '[knees set-up] say-ready?',
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
  },
  'the set-up of the march is being spoken after the knees': {
    launch: 'you-were-at ask-go-on?',
    'start-routine yes resume repeat': '[march set-up] say-ready?',
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
  },
  'a lead-in is being spoken': {
    launch: 'you-were-at ask-go-on?',
    'start-routine': '[march set-up] say-ready?',
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
  },
  'set one is being spoken, five reps done': {
    launch: 'you-were-at ask-go-on?',
    'start-routine': 'picking-up position [march set 1] say-ready?',
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
  },
  'the last rep of set one is being spoken': {
    launch: 'you-were-at ask-go-on?',
    'start-routine': 'picking-up position [march set 2] say-ready?',
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
  },
  'a rest is being spoken': {
    launch: 'you-were-at ask-go-on?',
    'start-routine': 'picking-up position [march set 2] say-ready?',
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
  },
  'set two is being spoken, five reps done': {
    launch: 'you-were-at ask-go-on?',
    'start-routine': 'picking-up position [march set 2] say-ready?',
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
  },
  'the last rep of set two is being spoken': {
    launch: 'you-were-at ask-go-on?',
    'start-routine ready yes resume next': '[kicks set-up] say-ready?',
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
  },
  'a plank is being held': {
    launch: 'you-were-at ask-go-on?',
    'start-routine': 'picking-up position [plank set 2] say-done?',
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
  },
  'the last plank is in its last two seconds': {
    'launch start-routine ready yes resume next no pause stop whats-left streak fallback': 'finished bye',
    'previous repeat start-over': 'finished ask-again?',
    'list-exercises': 'exercise-list finished bye',
    help: 'finished help-before ask-again?',
    'instructions instructions:march': 'instructions finished bye',
    'instructions:several skip:several': 'finished ask-which?',
    'instructions:unknown skip:unknown': 'finished unknown-exercise ask-which?',
    skip: 'nothing-to-skip finished bye',
    'skip:march skip:kicks': 'already-done finished bye',
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
    'whats-left': 'whats-left say-ready-to-go-on?',
    streak: 'streak say-ready-to-go-on?',
    help: 'help-during ask-go-on?',
    fallback: 'not-caught say-ready-to-go-on?',
    'instructions instructions:march': 'instructions say-ready-to-go-on?',
    'instructions:several skip:several': 'ask-which?',
    'instructions:unknown skip:unknown': 'unknown-exercise ask-which?',
    'skip skip:kicks': 'skipped [plank set-up] say-ready?',
    'skip:march': 'already-done say-ready-to-go-on?',
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
    'whats-left': 'whats-left say-ready-to-go-on?',
    streak: 'streak say-ready-to-go-on?',
    help: 'help-during ask-go-on?',
    fallback: 'not-caught say-ready-to-go-on?',
    'instructions instructions:march': 'instructions say-ready-to-go-on?',
    'instructions:several skip:several': 'ask-which?',
    'instructions:unknown skip:unknown': 'unknown-exercise ask-which?',
    skip: 'skipped [march set-up] say-ready?',
    'skip:march skip:kicks': 'skipped say-ready-to-go-on?',
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
    'whats-left': 'whats-left say-ready-to-go-on?',
    streak: 'streak say-ready-to-go-on?',
    help: 'help-during ask-go-on?',
    fallback: 'not-caught say-ready-to-go-on?',
    'instructions instructions:march': 'instructions say-ready-to-go-on?',
    'instructions:several skip:several': 'ask-which?',
    'instructions:unknown skip:unknown': 'unknown-exercise ask-which?',
    'skip skip:march': 'skipped [kicks set-up] say-ready?',
    'skip:kicks': 'skipped say-ready-to-go-on?',
  },
  'the whole routine has ended': {
    'launch start-routine ready yes resume next no pause stop whats-left streak fallback': 'finished bye',
    'previous repeat start-over': 'finished ask-again?',
    'list-exercises': 'exercise-list finished bye',
    help: 'finished help-before ask-again?',
    'instructions instructions:several skip:several': 'finished ask-which?',
    'instructions:march': 'instructions finished bye',
    'instructions:unknown skip:unknown': 'finished unknown-exercise ask-which?',
    skip: 'nothing-to-skip finished bye',
    'skip:march skip:kicks': 'already-done finished bye',
  },
};

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
};

describe.each(Object.entries(STAGES))('when %s', (stage, make) => {
  const heard = HEARD[stage] ?? {};
  const answers = Object.entries(heard).flatMap(([sayings, answer]) =>
    sayings.split(' ').map((said) => [said, answer]),
  );

  let arrived: Conversation;
  beforeAll(() => {
    arrived = make();
  });

  it.each(answers as [Said, string][])('answers "%s" with: %s', (said, answer) => {
    const her = arrived.fork();
    const before = her.today;
    expect(her.says(said)).toBe(answer);
    expectAProperEnding(her.acts);
    expectNothingLost(before, her.today);
  });

  it('has an answer to everything', () => {
    expect(new Set(answers.map(([said]) => said))).toEqual(new Set(EVERYTHING));
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

function inTheMarch(): Conversation {
  const her = converse();
  her.saysAll('launch', 'ready');
  her.hearsOut().says('ready');
  return her;
}

function inTheKicks(): Conversation {
  const her = inTheMarch();
  her.hearsOut().says('ready');
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
