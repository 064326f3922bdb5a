import { layOut, positionAt, readSpeech } from '../../simulator/playback';
import { readSsml } from '../../simulator/read-ssml';

const secondPerWord = (text: string) => text.split(' ').length * 1_000;
const played = (inside: string) => layOut(readSsml(`<speak>${inside}</speak>`), 50_000, secondPerWord);
const shape = (inside: string) =>
  played(inside).pieces.map((piece) => [
    piece.kind === 'words' ? piece.text : piece.kind,
    piece.atMs,
    piece.durationMs,
  ]);

it.each([
  {
    what: 'words, silences and words',
    ssml: 'Lift and <break time="2s"/> hold.',
    pieces: [
      ['Lift and', 0, 2_000],
      ['silence', 2_000, 2_000],
      ['hold.', 4_000, 1_000],
    ],
  },
  {
    what: 'silences written in milliseconds or parts of a second',
    ssml: 'a <break time="1500ms"/> b <break time=".5s"/>',
    pieces: [
      ['a', 0, 1_000],
      ['silence', 1_000, 1_500],
      ['b', 2_500, 1_000],
      ['silence', 3_500, 500],
    ],
  },
  {
    what: 'sentences apart',
    ssml: '<s>One.</s><s>Two.</s>',
    pieces: [
      ['One.', 0, 1_000],
      ['Two.', 1_000, 1_000],
    ],
  },
  {
    what: 'marked words as part of their sentence',
    ssml: 'Do <emphasis>not</emphasis> stop.',
    pieces: [['Do not stop.', 0, 3_000]],
  },
  { what: 'slow words slowly', ssml: '<prosody rate="50%">One two.</prosody>', pieces: [['One two.', 0, 4_000]] },
  {
    what: 'a substitute instead of what it stands for',
    ssml: '<sub alias="repetitions">reps</sub>',
    pieces: [['repetitions', 0, 1_000]],
  },
  { what: 'escaped signs as themselves', ssml: 'Salt &amp; pepper', pieces: [['Salt & pepper', 0, 3_000]] },
  {
    what: 'a recorded sound for two seconds',
    ssml: '<audio src="https://a.example/b.mp3">none</audio>',
    pieces: [['audio', 0, 2_000]],
  },
  {
    what: 'punctuation alone not at all',
    ssml: '<break time="1s"/> . <break time="1s"/>',
    pieces: [
      ['silence', 0, 1_000],
      ['silence', 1_000, 1_000],
    ],
  },
])('plays $what', ({ ssml, pieces }) => expect(shape(ssml)).toEqual(pieces));

it('keeps every silence to the millisecond between whispered words', () => {
  expect(
    shape(
      '<amazon:effect name="whispered">Hold. <break time="8s"/> Halfway. <break time="6250ms"/> Relax.</amazon:effect>',
    ),
  ).toEqual([
    ['Hold.', 0, 1_000],
    ['silence', 1_000, 8_000],
    ['Halfway.', 9_000, 1_000],
    ['silence', 10_000, 6_250],
    ['Relax.', 16_250, 1_000],
  ]);
});

it('knows which words are whispered', () => {
  const { pieces } = played('Now <amazon:effect name="whispered">rest.</amazon:effect>');
  expect(pieces).toMatchObject([
    { text: 'Now', whispered: false },
    { text: 'rest.', whispered: true },
  ]);
});

it('takes plain text for what it says, tags and all', () => {
  const reading = readSpeech({ type: 'PlainText', text: 'a < b & c' });
  expect(reading).toMatchObject({ fault: null, pieces: [{ kind: 'words', text: 'a < b & c' }] });
});

it('says why a speech is not well-formed, and keeps what came before', () => {
  const reading = readSsml('<speak>Rest now. <break time="1s"> Then</speak>');
  expect(reading.fault).toBe('1:47: unexpected close tag.');
  expect(reading.pieces[0]).toMatchObject({ text: 'Rest now.' });
});

it.each([
  { atMs: 49_999, found: null },
  { atMs: 50_000, found: ['Lift and', 0, 0] },
  { atMs: 52_500, found: ['silence', 500, 2_500] },
  { atMs: 54_999, found: ['hold.', 999, 4_999] },
  { atMs: 55_000, found: null },
])('finds $found sounding at $atMs', ({ atMs, found }) => {
  const at = positionAt(played('Lift and <break time="2s"/> hold.'), atMs);
  expect(at && [at.piece.kind === 'words' ? at.piece.text : at.piece.kind, at.intoPieceMs, at.intoSpeechMs]).toEqual(
    found,
  );
});
