import fc from 'fast-check';

/** A word she says in every slot that holds words of hers: no log line may hold it. */
export const HER_WORD = 'burpee';

/** What a name from outside may be so as to reach into every object. */
export const POLLUTING_NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'];

const NUMBERS = [
  '0',
  '-1',
  '-0',
  '7.5',
  '-7.25',
  '1e309',
  '0x10',
  '007',
  '１２',
  '٣',
  '9007199254740993',
  '9'.repeat(400),
];

const DURATIONS = [
  'P',
  'PT',
  'P0D',
  'P-3D',
  'P0.5D',
  'PT1S',
  'P1Y2M3W4DT5H6M7S',
  'P99999999999999Y',
  'P3DT',
  'XXXX-XX-XX',
];

const TIMES = ['24:00', '25:61', '7:5', '00:00', '23:59:59', 'MO', 'NI', 'XX', 'T07:30', '2026-W48-WE', 'PRESENT_REF'];

const MARKUP = [
  `<speak>${HER_WORD}</speak>`,
  '</speak><audio src="http://a.invalid/a.mp3"/>',
  '<break time="99s"/>',
  `<!-- ${HER_WORD}`,
  `]]>${HER_WORD}<![CDATA[`,
  `&${HER_WORD};&#0;`,
  '"><amazon:effect name="whispered">',
  `\${${HER_WORD}} {{${HER_WORD}}} %s`,
];

const CHARACTERS = [
  `\u0000${HER_WORD}\u0007\u001b[2J`,
  `\u202e${HER_WORD}\u2028\ufeff`,
  '👶🏽👩‍🍼🇺🇸',
  '\ud800',
  `${HER_WORD}\udfff`,
  'Z̸̢̛a̷l̵g̶o̴'.repeat(40),
  '\r\n\t',
];

const HOSTILE_TEXTS: readonly string[] = [
  ...['', '?', ' ', HER_WORD, '../../etc/passwd', "'; DROP TABLE days; --"],
  ...POLLUTING_NAMES,
  ...NUMBERS,
  ...DURATIONS,
  ...TIMES,
  ...MARKUP,
  ...CHARACTERS,
];

/** A million characters and more. */
const HUGE_TEXT = `<b>${HER_WORD}&`.repeat(100_000);

export const arbitraryHostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 1_000, arbitrary: fc.constantFrom(...HOSTILE_TEXTS) },
  { weight: 100, arbitrary: fc.array(fc.nat(0xffff), { maxLength: 20 }).map((codes) => String.fromCharCode(...codes)) },
  { weight: 1, arbitrary: fc.constant(HUGE_TEXT) },
);

/** As deep as JSON comes that still fits into the size of a request. */
const DEEP = nested(800);

const POLLUTING: unknown = JSON.parse(
  '{"__proto__": {"polluted": "yes"}, "constructor": {"prototype": {"polluted": "yes"}}, "toString": 1, "hasOwnProperty": null}',
);

/** Any JSON value, above all those that nobody expects. */
export const arbitraryHostileJson: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 8, arbitrary: arbitraryHostileText },
  { weight: 8, arbitrary: fc.constantFrom(null, true, false, 0, -1, 0.5, 1e21, -1e308, 8.7e15, 2 ** 31) },
  { weight: 4, arbitrary: fc.constantFrom<unknown>([], {}, [null], [[]], { kind: '__proto__' }, POLLUTING) },
  { weight: 2, arbitrary: fc.array(fc.constantFrom<unknown>(null, 0, [], {}, 'kind'), { maxLength: 5 }) },
  { weight: 1, arbitrary: fc.constant(DEEP) },
);

function nested(levels: number): unknown {
  let value: unknown = HER_WORD;
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { state: value };
  return value;
}
