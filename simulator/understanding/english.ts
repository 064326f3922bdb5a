import { spellOut, stem } from './english-words';
import type { Language } from './language';
import { listed, meanings, Phrasebook, phrases } from './phrasebook';

/** English, as spoken at home in any of its regions. */
export const ENGLISH: Language = {
  spellOut,
  stem,
  // Of phrases that begin alike the longest counts, so that "I would like to" goes as a whole.
  fillers: phrases(
    'i would like you to | if you do not mind | i would like to | i want you to | i want to | can you | could you | would you | will you | ' +
      'can we | could we | i think | i guess | i believe | you know | kind of | sort of | thank you | for me | let us | let me | ' +
      'a | an | the | um | umm | uh | uhh | uhm | er | erm | hm | hmm | ah | please | okay | alright | so | well | just | like | now | then | actually | ' +
      'really | maybe | exactly | already | quickly | thanks | alexa | hey | sorry | yes | yeah',
  ),
  withoutFillers: phrases(
    'so slow | so hard | so easy | really slow | really hard | really easy | i am okay | it is okay | it feels okay | i feel okay',
  ),
  leading: phrases('alexa | please | okay | um | umm | uh | uhh | uhm | er | hm | hmm | well | hey'),
  trailing: phrases('alexa | please'),
  asidesBefore: phrases(
    'no | no no | no wait | wait no | oh | oh no | oh my god | oh god | god | ow | ouch | ooh | oh wait | oh come on | ugh | wow | hang on | hold on | sorry | ' +
      'excuse me | listen | look | honestly | you know what | i mean | i said | and | but | so | also | right',
  ),
  asidesAfter: phrases(
    'if you do not mind | if that is okay | if you can | if you could | if possible | if you would | would you | could you | can you | ' +
      'that is all | i guess | i think | or something | thank you | thanks | okay | honestly | you know | for me | my dear | will you',
  ),
  denials: new Set(['no', 'not', 'never', 'nothing', 'none']),
  everyday: new Set(
    (
      'a about after again all also am an and any are as at back be been before be but by can could day did do down for from ' +
      'get give go going got had have he her here him his how i if in into is it its know let like look make many may me ' +
      'more much my need no not now of off on only or other our out over put say see she should show so some tell than that ' +
      'the their them then there these they thing this those to too up turn us use very want was way we were what when ' +
      'where which while who why will with would you your mine without mean meant said'
    )
      .split(' ')
      .map(stem),
  ),
  // Source: "Understand How Users Invoke Custom Skills", developer.amazon.com; its table is known in part only, sure M.
  addressing: {
    courtesies: phrases(
      'i would like to | i want to | can you | could you | would you | let us | alexa | please | okay | um | uh | hey',
    ),
    farewells: phrases('please | now | alexa'),
    openings: new Set(
      listed('start | open | launch | begin | play | run | resume | load | do | use | talk to | go to'),
    ),
    asking: new Set(['ask', 'tell']),
    connectors: new Set('to for about if whether that and'.split(' ')),
    reporting: new Set(['if', 'whether']),
    wishes: new Map(),
    links: new Set('from in using with on'.split(' ')),
    labels: new Set(['the', 'skill']),
  },
  // Source: "Standard Built-in Intents", developer.amazon.com; the list there is said to be a part of what matches, sure M.
  builtInPhrases: {
    'AMAZON.CancelIntent': ['cancel', 'never mind', 'forget it'],
    'AMAZON.HelpIntent': ['help', 'help me', 'can you help me'],
    'AMAZON.LoopOffIntent': ['loop off'],
    'AMAZON.LoopOnIntent': ['loop', 'loop on', 'keep repeating this song'],
    'AMAZON.MoreIntent': ['more'],
    'AMAZON.NavigateHomeIntent': ['home', 'go home'],
    'AMAZON.NavigateSettingsIntent': ['settings'],
    'AMAZON.NextIntent': ['next', 'skip', 'skip forward'],
    'AMAZON.NoIntent': ['no', 'no thanks'],
    'AMAZON.PageDownIntent': ['page down'],
    'AMAZON.PageUpIntent': ['page up'],
    'AMAZON.PauseIntent': ['pause', 'pause that'],
    'AMAZON.PreviousIntent': ['go back', 'skip back', 'back up'],
    'AMAZON.RepeatIntent': ['repeat', 'say that again', 'repeat that'],
    'AMAZON.ResumeIntent': ['resume', 'continue', 'keep going'],
    'AMAZON.ScrollDownIntent': ['scroll down'],
    'AMAZON.ScrollLeftIntent': ['scroll left'],
    'AMAZON.ScrollRightIntent': ['scroll right'],
    'AMAZON.ScrollUpIntent': ['scroll up'],
    'AMAZON.ShuffleOffIntent': ['stop shuffling', 'shuffle off', 'turn off shuffle'],
    'AMAZON.ShuffleOnIntent': ['shuffle', 'shuffle on', 'shuffle the music', 'shuffle mode'],
    'AMAZON.StartOverIntent': ['start over', 'restart', 'start again'],
    'AMAZON.StopIntent': ['stop', 'off', 'shut up'],
    'AMAZON.YesIntent': ['yes', 'yes please', 'sure'],
  },
  numbers: {
    values: new Phrasebook(
      new Map([
        ...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
          .split(' ')
          .map((word, value) => [word, value] as const),
        ...'twenty thirty forty fifty sixty seventy eighty ninety'
          .split(' ')
          .map((word, place) => [word, 20 + 10 * place] as const),
        ...(['couple', 'couple of'] as const).map((word) => [word, 2] as const),
        ['dozen', 12],
      ]),
    ),
    multipliers: new Phrasebook(
      new Map([
        ['hundred', 100],
        ['thousand', 1_000],
        ['million', 1_000_000],
      ]),
    ),
    and: { word: 'and', afterRoomFor: [100, 1_000] },
    minus: phrases('minus | negative'),
    andAHalf: phrases('and a half | and one half'),
    vague: phrases(
      'umpteen | few | several | some | many | zillion | gazillion | billion | half | half a | half an | point',
    ),
  },
  durations: {
    units: meanings({
      second: 'second | seconds | sec | secs',
      minute: 'minute | minutes | min | mins',
      hour: 'hour | hours',
      day: 'day | days',
      week: 'week | weeks',
      fortnight: 'fortnight | fortnights',
      month: 'month | months',
      year: 'year | years',
    }),
    one: phrases('a | an'),
    half: phrases('half a | half an | a half'),
    leads: phrases('for'),
    and: 'and',
  },
  clock: {
    patterns: [
      ['{hour}', 0],
      ['{hour} oclock', 0],
      ['{hour} {two-digits}', 'past'],
      ['{hour} oh {minutes}', 'past'],
      ['half past {hour}', 30],
      ['half {hour}', 30],
      ['quarter past {hour}', 15],
      ['quarter after {hour}', 15],
      ['quarter to {hour}', -15],
      ['quarter of {hour}', -15],
      ['quarter till {hour}', -15],
      ['{minutes} past {hour}', 'past'],
      ['{minutes} after {hour}', 'past'],
      ['{minutes} to {hour}', 'to'],
      ['{minutes} till {hour}', 'to'],
    ],
    named: meanings({ noon: 'noon | midday', midnight: 'midnight' }),
    parts: meanings({
      MO: 'morning | mornings',
      AF: 'afternoon | afternoons',
      EV: 'evening | evenings',
      NI: 'night | nights | tonight',
    }),
    halves: meanings({ am: 'am', pm: 'pm' }),
    leads: phrases('at | a | at a | around | in the | this | at about | every | each'),
  },
  // Source: "Choose the Invocation Name for a Custom Skill", developer.amazon.com, quoted in section 4 of the platform sheet, sure M.
  invocationName: {
    forbidden: [
      { what: 'a launch word', words: 'run start play resume use launch ask open tell load begin enable'.split(' ') },
      { what: 'a connecting word', words: 'to from in using with about for that by if and whether'.split(' ') },
      { what: 'a reserved word', words: ['skill', 'app'] },
    ],
    smallWords: 'a an the at by for from in of on to with'.split(' '),
  },
};
