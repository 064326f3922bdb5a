import type { PackageDraft } from '../../infra/skill-package/package-draft';
import { faultsIn, PACKAGE_RULES } from '../../infra/skill-package/package-rules';
import { faultsOnce, ourDraft, type SpoiltDraft } from './our-draft';

let draft: PackageDraft;

beforeAll(async () => {
  draft = await ourDraft();
});

const texts = (spoilt: SpoiltDraft, locale = 'en-US') => spoilt.manifest.publishingInformation.locales[locale];

const asModel = (spoilt: SpoiltDraft, locale: string, changed: object) => {
  spoilt.models = spoilt.models.map((model) => (model.locale === locale ? { ...model, ...changed } : model));
};

/** A PNG's beginning, with any size. */
function pngOf(width: number, height: number): Buffer {
  const bytes = Buffer.from('89504e470d0a1a0a0000000d494844520000000000000000', 'hex');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

const FAULTS: readonly { fault: string; spoil: (draft: SpoiltDraft) => unknown; told: readonly string[] }[] = [
  {
    fault: 'a summary that is too long',
    spoil: (spoilt) => (texts(spoilt).summary = 'Back and forth. '.repeat(11)),
    told: [
      'manifest-schema: manifest.publishingInformation.locales.en-US.summary has 176 characters: shorten it to 160',
    ],
  },
  {
    fault: 'a description that is too long',
    spoil: (spoilt) => (texts(spoilt, 'en-IN').description += 'x'.repeat(2_000)),
    told: [
      expect.stringMatching(
        /^manifest-schema: manifest\.publishingInformation\.locales\.en-IN\.description has 4\d{3} characters: shorten it to 4000$/,
      ),
    ],
  },
  {
    fault: 'too many keywords',
    spoil: (spoilt) => (texts(spoilt).keywords = Array(31).fill('back')),
    told: ['manifest-schema: manifest.publishingInformation.locales.en-US.keywords has 31 entries: keep at most 30'],
  },
  {
    fault: 'a permission that Amazon does not know',
    spoil: (spoilt) => (spoilt.manifest.permissions[1].name = 'alexa::person:read'),
    told: [
      'manifest-schema: manifest.permissions[1].name: "alexa::person:read" is not known',
      'used-but-not-declared: lambda/alexa uses alexa::person_id:read: declare it in manifest.ts',
      'declared-but-not-used: nothing in lambda/alexa uses alexa::person:read: take it out of manifest.ts, or show its use in declared-uses.ts',
    ],
  },
  {
    fault: 'a locale without a model',
    spoil: (spoilt) => (spoilt.models = spoilt.models.filter(({ locale }) => locale !== 'en-CA')),
    told: ['locale-without-model: en-CA is in the manifest: add interaction-model/en-CA.json or take it out'],
  },
  {
    fault: 'a model without a locale',
    spoil: (spoilt) => delete spoilt.manifest.publishingInformation.locales['es-US'],
    told: ['model-without-locale: interaction-model/es-US.json has no store texts: write them in infra/skill-package'],
  },
  {
    fault: 'a language that nobody wrote rules for',
    spoil: (spoilt) => {
      const { locales } = spoilt.manifest.publishingInformation;
      locales['de-DE'] = texts(spoilt);
      spoilt.manifest.privacyAndCompliance.locales['de-DE'] = spoilt.manifest.privacyAndCompliance.locales['en-US'];
      const [model] = spoilt.models;
      if (model) spoilt.models = [...spoilt.models, { ...model, locale: 'de-DE' }];
    },
    told: ['language-without-rules: de-DE: add its language to disclaimers.ts, claims.ts and example-phrases.ts'],
  },
  {
    fault: 'texts that are missing',
    spoil: (spoilt) => {
      texts(spoilt).keywords = [];
      delete texts(spoilt, 'en-GB').updatesDescription;
      spoilt.manifest.publishingInformation.category = '';
    },
    told: [
      'text-missing: en-US: keywords is empty: write it',
      'text-missing: en-GB: updatesDescription is empty: write it',
      'text-missing: publishingInformation.category is empty: write it',
    ],
  },
  {
    fault: 'a name that is too long',
    spoil: (spoilt) => (texts(spoilt).name = 'My Back Routine for Every Single Morning of the Year'),
    told: ['name-too-long: en-US: the name has 52 characters: shorten it to 50'],
  },
  {
    fault: 'a first phrase that asks for something',
    spoil: (spoilt) => texts(spoilt).examplePhrases.reverse(),
    told: [
      'first-phrase-does-not-open: en-US: "Alexa, ask my back routine to remind me every day" does not open the skill: begin with "Alexa, open my back routine"',
    ],
  },
  {
    fault: 'an invocation name that the first phrase does not have',
    spoil: (spoilt) => asModel(spoilt, 'es-US', { invocationName: 'mi espalda' }),
    told: [
      'first-phrase-does-not-open: es-US: "Alexa, abre mi rutina de espalda" does not open the skill: begin with "Alexa, abre mi espalda"',
      'phrase-not-in-model: es-US: "Alexa, pregúntale a mi rutina de espalda cuántos días llevo" does not ask "mi espalda" anything: name it',
      'phrase-not-in-model: es-US: "Alexa, pregúntale a mi rutina de espalda cuáles son los ejercicios" does not ask "mi espalda" anything: name it',
    ],
  },
  {
    fault: 'an example phrase that no model contains',
    spoil: (spoilt) => (texts(spoilt, 'en-AU').examplePhrases[1] = 'Alexa, ask my back routine to sing me a lullaby'),
    told: [
      'phrase-not-in-model: en-AU: "Alexa, ask my back routine to sing me a lullaby": the model has no sample "sing me a lullaby": add it or take another',
    ],
  },
  {
    fault: 'an example phrase of another locale alone',
    spoil: (spoilt) => asModel(spoilt, 'en-GB', { samples: new Set(['how many days in a row']) }),
    told: [
      'phrase-not-in-model: en-GB: "Alexa, ask my back routine to remind me every day": the model has no sample "remind me every day": add it or take another',
    ],
  },
  {
    fault: 'a description without the disclaimer',
    spoil: (spoilt) =>
      (texts(spoilt, 'es-US').description = texts(spoilt, 'es-US').description.replace('no sustituye', 'no cambia')),
    told: [
      'disclaimer-missing: es-US: the description lacks the disclaimer: put in DISCLAIMERS.es',
      // What is left of the disclaimer is a text like any other.
      'medical-claim: es-US: description says "diagnóstico": say what she does, not what it does to her back',
      'medical-claim: es-US: description says "tratamiento": say what she does, not what it does to her back',
    ],
  },
  {
    fault: 'words of healing',
    spoil: (spoilt) => {
      texts(spoilt).summary = 'Relief for your back: it cures what treatment could not.';
      texts(spoilt, 'es-US').keywords[0] = 'alivio de espalda';
      spoilt.manifest.publishingInformation.testingInstructions = 'It fixes backs.';
    },
    told: [
      'medical-claim: en-US: testingInstructions says "fixes": say what she does, not what it does to her back',
      'medical-claim: en-US: summary says "Relief": say what she does, not what it does to her back',
      'medical-claim: en-US: summary says "cures": say what she does, not what it does to her back',
      'medical-claim: en-US: summary says "treatment": say what she does, not what it does to her back',
      'medical-claim: es-US: keywords says "alivio": say what she does, not what it does to her back',
    ],
  },
  {
    fault: "Amazon's names",
    spoil: (spoilt) => {
      texts(spoilt).name = 'My Back Routine Alexa Skill';
      texts(spoilt).keywords[1] = 'amazon';
      texts(spoilt, 'en-GB').summary = 'Brought to you by Amazon.';
    },
    told: [
      'trademark: en-US: name says "Alexa Skill": leave it out',
      'trademark: en-US: keywords says "amazon": leave it out',
      'trademark: en-GB: summary says "Amazon": leave it out',
    ],
  },
  {
    fault: 'characters that a store does not show',
    spoil: (spoilt) => {
      texts(spoilt).summary = 'Four exercises \u{1f4aa} <b>now</b>';
      texts(spoilt).keywords[0] = 'back\troutine';
    },
    told: [
      'character-not-allowed: en-US: summary holds "\u{1f4aa}": write it in words',
      'character-not-allowed: en-US: summary holds "<": write it in words',
      'character-not-allowed: en-US: summary holds ">": write it in words',
      'character-not-allowed: en-US: keywords holds "\\t": write it in words',
    ],
  },
  {
    fault: 'pages that nobody can open',
    spoil: (spoilt) => {
      const { locales } = spoilt.manifest.privacyAndCompliance;
      locales['en-US'].privacyPolicyUrl = 'http://pages.example/privacy-policy.html';
      locales['en-GB'].termsOfUseUrl = 'https://my-alexa.example/terms-of-use.html';
      delete locales['en-IN'].privacyPolicyUrl;
    },
    told: [
      'page-address: en-US: privacyPolicyUrl "http://pages.example/privacy-policy.html" is no https page: set PAGES_URL to where dist/pages is published',
      'page-address: en-GB: termsOfUseUrl "https://my-alexa.example/terms-of-use.html" is no https page: set PAGES_URL to where dist/pages is published',
      'page-address: en-IN: privacyPolicyUrl "" is no https page: set PAGES_URL to where dist/pages is published',
    ],
  },
  {
    fault: 'a question about privacy that is not answered',
    spoil: (spoilt) => delete spoilt.manifest.privacyAndCompliance.isChildDirected,
    told: ['compliance-unanswered: privacyAndCompliance.isChildDirected is not answered: say true or false'],
  },
  {
    fault: 'icons that are missing, no PNG, or of the wrong size',
    spoil: (spoilt) => {
      texts(spoilt).smallIconUri = 'file://assets/images/no-icon.png';
      texts(spoilt, 'en-GB').largeIconUri = 'file://assets/images/icon-108.png';
      texts(spoilt, 'en-AU').largeIconUri = 'file://icon.jpg';
      texts(spoilt, 'en-IN').smallIconUri = 'file://wide.png';
      spoilt.assets = new Map([
        ...spoilt.assets,
        ['icon.jpg', Buffer.from('ffd8ffe000104a464946000101000001000100000000', 'hex')],
        ['wide.png', pngOf(108, 109)],
      ]);
    },
    told: [
      'icon: en-US: there is no file://assets/images/no-icon.png: draw it with npm run icons',
      'icon: en-GB: file://assets/images/icon-108.png has 108 by 108 pixels: draw it at 512 by 512 with npm run icons',
      'icon: en-AU: file://icon.jpg is no PNG: draw it with npm run icons',
      'icon: en-IN: file://wide.png has 108 by 109 pixels: draw it at 108 by 108 with npm run icons',
    ],
  },
  {
    fault: 'a permission that is asked for and not declared',
    spoil: (spoilt) => spoilt.manifest.permissions.shift(),
    told: [
      'used-but-not-declared: lambda/alexa uses alexa::alerts:reminders:skill:readwrite: declare it in manifest.ts',
    ],
  },
  {
    fault: 'a screen that is drawn and not declared',
    spoil: (spoilt) => (spoilt.code += "type: 'Alexa.Presentation.APL.RenderDocument'"),
    told: ['used-but-not-declared: lambda/alexa uses ALEXA_PRESENTATION_APL: declare it in manifest.ts'],
  },
  {
    fault: 'a permission, an event and an interface that nothing uses',
    spoil: (spoilt) => {
      spoilt.manifest.permissions.push({ name: 'alexa::profile:email:read' });
      spoilt.manifest.events.subscriptions.push({ eventName: 'REMINDER_STARTED' });
      spoilt.manifest.apis.custom.interfaces.push({ type: 'AUDIO_PLAYER' });
    },
    told: ['alexa::profile:email:read', 'REMINDER_STARTED', 'AUDIO_PLAYER'].map(
      (name) =>
        `declared-but-not-used: nothing in lambda/alexa uses ${name}: take it out of manifest.ts, or show its use in declared-uses.ts`,
    ),
  },
  {
    fault: 'news of another version',
    spoil: (spoilt) => {
      spoilt.version = '0.2.0';
      spoilt.newsVersion = '0.1.0';
    },
    told: [
      'news-of-another-version: the package is 0.2.0, interaction-model/whats-new.json tells of 0.1.0: tell what 0.2.0 brings',
    ],
  },
  {
    fault: 'a model over its limits',
    spoil: (spoilt) => asModel(spoilt, 'en-US', { json: 'é'.repeat(750_001), intents: 251, slotValues: 50_001 }),
    told: [
      'model-too-large: en-US: the model has 1500002 bytes: keep at most 1500000',
      'model-too-large: en-US: the model has 251 intents: keep at most 250',
      'model-too-large: en-US: the model has 50001 slot values: keep at most 50000',
    ],
  },
  {
    fault: 'a package over its limit',
    spoil: (spoilt) => (spoilt.assets = new Map([...spoilt.assets, ['film.mp4', Buffer.alloc(10_000_000)]])),
    told: [expect.stringMatching(/^package-too-large: it holds 1\d{7} bytes: keep at most 10000000$/)],
  },
];

it('keeps every rule', () => {
  expect(faultsIn(draft)).toEqual([]);
});

it.each(FAULTS)('tells $fault, with what mends it', ({ spoil, told }) => {
  expect(faultsOnce(draft, spoil)).toEqual(told);
});

it('tells all faults at once', () => {
  const found = faultsOnce(draft, (spoilt) => {
    spoilt.manifest.publishingInformation.testingInstructions = '';
    delete spoilt.manifest.privacyAndCompliance.containsAds;
    spoilt.newsVersion = '9.9.9';
  });
  expect(found.map((line) => line.split(':')[0])).toEqual([
    'text-missing',
    'compliance-unanswered',
    'news-of-another-version',
  ]);
});

it('has a planted fault, a name of its own and a source for every rule', () => {
  const ids = PACKAGE_RULES.map(({ id }) => id);
  const planted = FAULTS.flatMap(({ spoil }) => faultsOnce(draft, spoil)).map((line) => line.split(':')[0]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(planted)).toEqual(new Set(ids));
  expect(PACKAGE_RULES.filter(({ source }) => source.length < 20)).toEqual([]);
});
