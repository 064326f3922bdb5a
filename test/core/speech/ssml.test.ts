import '../../support/seed';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { type SpeechPiece, toSsml } from '../../../lambda/core/speech/ssml';

const say = (text: string): SpeechPiece => ({ kind: 'say', text });
const silence = (durationMs: number): SpeechPiece => ({ kind: 'silence', durationMs });

/** Words and tags as a parser of XML finds them. */
function parsed(ssml: string): { readonly text: string; readonly tags: readonly string[] } {
  let text = '';
  const tags: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('opentag', (tag) => tags.push(tag.name));
  parser.write(`<speak>${ssml}</speak>`).close();
  return { text, tags };
}

describe('speech as SSML', () => {
  it.each([
    { rule: 'is empty for nothing', pieces: [], ssml: '' },
    {
      rule: 'keeps words as they are',
      pieces: [say("Say ready when you're set.")],
      ssml: "Say ready when you're set.",
    },
    {
      rule: 'puts a space between words, and none around a silence',
      pieces: [say('One,'), say('two.'), silence(2_000), say('Rest.')],
      ssml: 'One, two.<break time="2000ms"/>Rest.',
    },
    {
      rule: 'may begin and end with a silence',
      pieces: [silence(1), say('Hold.'), silence(10_000)],
      ssml: '<break time="1ms"/>Hold.<break time="10000ms"/>',
    },
    {
      rule: 'escapes what would be markup, once',
      pieces: [say('<break/> & "so" on > it\'s &amp;')],
      ssml: '&lt;break/&gt; &amp; "so" on &gt; it\'s &amp;amp;',
    },
    { rule: 'escapes what is nothing but markup', pieces: [say('&'), say('<')], ssml: '&amp; &lt;' },
  ])('$rule', ({ pieces, ssml }) => expect(toSsml(pieces)).toBe(ssml));

  it('is whispered as a whole where that is wished, its silences too', () => {
    expect(toSsml([say('One,'), say('two & rest.'), silence(2_000)], { whispered: true })).toBe(
      '<amazon:effect name="whispered">One, two &amp; rest.<break time="2000ms"/></amazon:effect>',
    );
    expect(toSsml([say('One.')], { whispered: false })).toBe('One.');
    expect(toSsml([], { whispered: true })).toBe('');
  });

  it.each([0, -1, 0.5, 10_001, Number.NaN, Number.POSITIVE_INFINITY])('refuses a silence of %d ms', (durationMs) => {
    expect(() => toSsml([say('Hold.'), silence(durationMs)])).toThrow(
      /^A break takes 1 to 10000 whole milliseconds, not /,
    );
  });

  it('gives any words back unchanged, and no tag but its own, to whoever parses it', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme-composite', minLength: 1 }), { minLength: 1 }), (texts) => {
        const { text, tags } = parsed(toSsml(texts.flatMap((each) => [silence(500), say(each)])));
        expect(text).toBe(texts.join(''));
        expect(tags).toEqual(['speak', ...texts.map(() => 'break')]);
      }),
    );
  });
});
