import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ENGLISH_LENGTHS, MEASURED_VOICE_VERSION } from '../../lambda/core/speech/english/english-lengths';
import { SPANISH_LENGTHS } from '../../lambda/core/speech/spanish/spanish-lengths';
import { speechMs } from '../../lambda/core/speech/speech-length';
import {
  isVoiceInstalled,
  type Pcm,
  renderSpeech,
  speakPhrase,
  toWav,
  VoiceError,
  voiceVersion,
} from '../../simulator/voice';

const SAMPLES_IN_TWO_SECONDS = 44_100;

/** Says every letter as one millisecond (22.05 samples) of the same loudness. */
const lettersAloud = async (text: string): Promise<Pcm> => ({
  samplesPerSecond: 22_050,
  samples: new Int16Array(Math.round(text.length * 22.05)).fill(1_000),
});

describe('renderSpeech', () => {
  it('makes a silence of exactly as many zero samples as its milliseconds hold', async () => {
    const { sound, spans } = await renderSpeech(
      [
        { kind: 'say', text: 'a'.repeat(100) },
        { kind: 'silence', durationMs: 2_000 },
        { kind: 'say', text: 'b'.repeat(100) },
      ],
      lettersAloud,
    );
    expect(sound.samples.length).toBe(2_205 + SAMPLES_IN_TWO_SECONDS + 2_205);
    expect(sound.samples.subarray(2_205, 2_205 + SAMPLES_IN_TWO_SECONDS).every((sample) => sample === 0)).toBe(true);
    expect(spans).toEqual([
      { startMs: 0, durationMs: 100 },
      { startMs: 100, durationMs: 2_000 },
      { startMs: 2_100, durationMs: 100 },
    ]);
  });

  it('does not merge neighbouring silences', async () => {
    const { sound } = await renderSpeech(
      [
        { kind: 'silence', durationMs: 10_000 },
        { kind: 'silence', durationMs: 5_000 },
      ],
      lettersAloud,
    );
    expect(sound.samples.length).toBe(15 * 22_050);
  });

  it('says words that follow words in one phrase, with the pause between them before the later ones', async () => {
    const { spans } = await renderSpeech(
      [
        { kind: 'say', text: 'a'.repeat(99) },
        { kind: 'say', text: 'b'.repeat(100) },
      ],
      lettersAloud,
    );
    expect(spans.map(({ startMs }) => Math.round(startMs))).toEqual([0, 99]);
    expect(spans.map(({ durationMs }) => Math.round(durationMs))).toEqual([99, 101]);
  });

  it('is empty for nothing', async () => {
    expect((await renderSpeech([], lettersAloud)).sound.samples.length).toBe(0);
  });
});

describe('toWav', () => {
  it('writes a header that any player reads', () => {
    const wav = toWav({ samplesPerSecond: 22_050, samples: Int16Array.from([0, 258, -1]) });
    expect(wav.toString('hex')).toBe(
      '524946462a000000' + // RIFF, 42 bytes to come
        '57415645666d7420100000000100010022560000' + // WAVE, fmt of 16 bytes, uncompressed, 1 channel, 22,050 a second
        '44ac0000' + // bytes a second
        '02001000' + // 2 bytes, 16 bits a sample
        '6461746106000000' + // data, 6 bytes
        '00000201ffff',
    );
  });
});

describe('where espeak-ng is missing', () => {
  it('says so when asked, and by a named error when told to speak', async () => {
    expect(isVoiceInstalled('no-such-voice')).toBe(false);
    await expect(speakPhrase('Hold.', 'no-such-voice')).rejects.toThrow(VoiceError);
  });

  it('gives a named error for a program that fails', async () => {
    await expect(speakPhrase('Hold.', 'false')).rejects.toThrow(VoiceError);
  });
});

const spoken = isVoiceInstalled() ? describe : describe.skip;
spoken(`the voice${isVoiceInstalled() ? '' : ' (skipped: espeak-ng is not installed)'}`, () => {
  it('says a phrase from its first sound to its last', async () => {
    const { samples } = await speakPhrase('Three.');
    expect(Math.abs(samples.at(0) ?? 0)).toBeGreaterThan(0);
    expect(Math.abs(samples.at(-1) ?? 0)).toBeGreaterThan(0);
    expect(samples.length / 22.05).toBeCloseTo(347, -1);
  });

  it('says the same words the same way', async () => {
    expect(await speakPhrase('Keep breathing.')).toEqual(await speakPhrase('Keep breathing.'));
  });

  it.each(['', '  ', '[[ ]]', '\u0000'])('says nothing to %j', async (text) => {
    expect((await speakPhrase(text)).samples.length).toBe(0);
  });

  it('takes no text for an option, a file or a command', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'voice-test-'));
    const file = join(folder, 'written');
    for (const text of [`-w ${file}`, `--stdout > ${file}`, `$(touch ${file})`, `; touch ${file}`, '--version']) {
      expect((await speakPhrase(text)).samples.length).toBeGreaterThan(5_000);
    }
    expect(existsSync(file)).toBe(false);
    rmSync(folder, { recursive: true });
  });

  it('reads what would be phoneme codes as words', async () => {
    expect(await speakPhrase('[[hold]]')).toEqual(await speakPhrase('hold'));
  });

  it('leaves 2.000 s of silence between two words, to the sample', async () => {
    const { sound, spans } = await renderSpeech([
      { kind: 'say', text: 'Together.' },
      { kind: 'silence', durationMs: 2_000 },
      { kind: 'say', text: 'Wide.' },
    ]);
    const start = Math.round((spans[1]?.startMs ?? 0) * 22.05);
    const end = start + SAMPLES_IN_TWO_SECONDS;
    expect(sound.samples.subarray(start, end).every((sample) => sample === 0)).toBe(true);
    expect(Math.abs(sound.samples[start - 1] ?? 0)).toBeGreaterThan(32);
    expect(Math.abs(sound.samples[end] ?? 0)).toBeGreaterThan(32);
  });

  it('has the length of the whole phrase when its texts come one after the other', async () => {
    const { sound } = await renderSpeech([
      { kind: 'say', text: 'One.' },
      { kind: 'say', text: 'Together.' },
    ]);
    expect(sound).toEqual(await speakPhrase('One. Together.'));
  });
});

const isMeasuredVoice = voiceVersion() === MEASURED_VOICE_VERSION;
const measured = isMeasuredVoice ? describe : describe.skip;
measured(
  `speechMs${isMeasuredVoice ? '' : ` (skipped: it was measured on espeak-ng ${MEASURED_VOICE_VERSION})`}`,
  () => {
    it.each([
      { voice: 'en-us', lengths: ENGLISH_LENGTHS },
      { voice: 'es-419', lengths: SPANISH_LENGTHS },
    ] as const)('is right to a millisecond about everything it has measured of $voice', async ({ voice, lengths }) => {
      for (const [words, ms] of lengths.measuredMs) {
        const heardMs = (await speakPhrase(words, undefined, voice)).samples.length / 22.05;
        expect({ words, isRight: Math.abs(heardMs - ms) <= 1 }).toEqual({ words, isRight: true });
      }
    });

    it.each(['Halfway. Keep breathing.', 'Three. Two. One.', 'Last two. And hold.', 'One. Two. Three. Four.'])(
      'is right to 10 ms about sentences in a row: %s',
      async (text) => {
        expect(
          Math.abs(speechMs(text, ENGLISH_LENGTHS) - (await speakPhrase(text)).samples.length / 22.05),
        ).toBeLessThanOrEqual(10);
      },
    );
  },
);
