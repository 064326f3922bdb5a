import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { v1 } from 'ask-smapi-model';
import { buildSkillPackage } from '../../infra/skill-package';
import { readLocaleModel } from '../../infra/skill-package/locale-model';
import { ENDPOINT_TO_BE_PUT_IN } from '../../infra/skill-package/manifest';
import { departuresFromSchema } from '../../infra/skill-package/manifest-schema';
import { readPackageOptions } from '../../infra/skill-package/package-options';
import { cautionsOf, readPackageSettings } from '../../infra/skill-package/package-settings';
import { FUNCTION_ARN } from './our-draft';

const ROOT = path.join(__dirname, '../..');
const LOCALES = ['en-AU', 'en-CA', 'en-GB', 'en-IN', 'en-US', 'es-US'];
const SETTINGS = { pagesUrl: 'https://you.github.io/my-back-routine', contactEmail: 'you@your.domain' };

let outDir: string;

beforeEach(() => {
  outDir = mkdtempSync(path.join(tmpdir(), 'skill-package-test-'));
});
afterEach(() => rmSync(outDir, { recursive: true }));

const written = (file: string) => readFileSync(path.join(outDir, file));
const manifestIn = (): v1.skill.Manifest.SkillManifest => JSON.parse(written('skill.json').toString()).manifest;
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();

describe('the package that is built', () => {
  it('holds the manifest, a model for every locale and both icons, and nothing that lay there before', async () => {
    mkdirSync(path.join(outDir, 'interactionModels'));
    writeFileSync(path.join(outDir, 'interactionModels', 'de-DE.json'), '{}');
    const { dir, locales } = await buildSkillPackage(outDir, SETTINGS);
    expect(dir).toBe(outDir);
    expect(locales).toEqual(LOCALES);
    expect(filesIn(outDir)).toEqual([
      'assets/images/icon-108.png',
      'assets/images/icon-512.png',
      ...LOCALES.map((locale) => `interactionModels/custom/${locale}.json`),
      'skill.json',
    ]);
  });

  it('has the models that she is understood by, and a manifest that keeps the schema of Amazon', async () => {
    await buildSkillPackage(outDir, SETTINGS);
    for (const locale of LOCALES) {
      const source = readFileSync(path.join(ROOT, 'interaction-model', `${locale}.json`), 'utf8');
      expect(JSON.parse(written(`interactionModels/custom/${locale}.json`).toString())).toEqual(JSON.parse(source));
    }
    expect(departuresFromSchema(manifestIn())).toEqual([]);
    expect(Object.keys(manifestIn().publishingInformation?.locales ?? {}).sort()).toEqual(LOCALES);
  });

  it('asks for what the skill uses and nothing else', async () => {
    await buildSkillPackage(outDir, SETTINGS);
    const { permissions, events, apis } = manifestIn();
    expect(permissions).toEqual([
      { name: 'alexa::alerts:reminders:skill:readwrite' },
      { name: 'alexa::person_id:read' },
    ]);
    expect(events?.subscriptions).toEqual([{ eventName: 'SKILL_DISABLED' }]);
    expect(apis?.custom?.interfaces).toEqual([]);
  });

  it('answers what Amazon asks about privacy as the policy does', async () => {
    await buildSkillPackage(outDir, SETTINGS);
    expect(manifestIn().privacyAndCompliance).toMatchObject({
      allowsPurchases: false,
      usesPersonalInfo: true,
      isChildDirected: false,
      isExportCompliant: true,
      containsAds: false,
      usesHealthInfo: false,
    });
  });

  it('points to the pages of its publisher in every locale, in its language', async () => {
    await buildSkillPackage(outDir, SETTINGS);
    const pages = manifestIn().privacyAndCompliance?.locales ?? {};
    expect(Object.keys(pages).sort()).toEqual(LOCALES);
    for (const locale of LOCALES) {
      const language = locale === 'es-US' ? '.es' : '';
      expect(pages[locale]).toEqual({
        privacyPolicyUrl: `https://you.github.io/my-back-routine/privacy-policy${language}.html`,
        termsOfUseUrl: `https://you.github.io/my-back-routine/terms-of-use${language}.html`,
      });
    }
  });

  it('has the endpoint that is given, for requests and for events, else one that nobody has', async () => {
    await buildSkillPackage(outDir, SETTINGS, FUNCTION_ARN);
    expect(manifestIn().apis?.custom?.endpoint?.uri).toBe(FUNCTION_ARN);
    expect(manifestIn().events?.endpoint.uri).toBe(FUNCTION_ARN);
    await buildSkillPackage(outDir, SETTINGS);
    expect(manifestIn().apis?.custom?.endpoint?.uri).toContain(':000000000000:');
  });

  it('is offered only where the emergency numbers that she may hear are the right ones', async () => {
    await buildSkillPackage(outDir, SETTINGS);
    const { isAvailableWorldwide, distributionCountries } = manifestIn().publishingInformation ?? {};
    expect(isAvailableWorldwide).toBe(false);
    const spokenFor = LOCALES.map((locale) => locale.slice(3));
    expect(distributionCountries?.toSorted()).toEqual([...new Set(spokenFor)].toSorted());
  });

  it('is the same, byte for byte, when it is built again: what is sent is named by its digest', async () => {
    await buildSkillPackage(outDir, SETTINGS);
    const before = filesIn(outDir).map((file) => written(file).toString('base64'));
    await buildSkillPackage(outDir, SETTINGS);
    expect(filesIn(outDir).map((file) => written(file).toString('base64'))).toEqual(before);
  });

  it('is not written when something is wrong with it: every fault is a line', async () => {
    writeFileSync(path.join(outDir, 'kept'), '');
    const refusal = buildSkillPackage(outDir, { ...SETTINGS, pagesUrl: 'https://alexa.example' });
    await expect(refusal).rejects.toThrow(/^page-address: en-US: privacyPolicyUrl "https:\/\/alexa\.example\/.*\n/);
    const lines = await refusal.catch((error: Error) => error.message.split('\n'));
    expect(lines).toHaveLength(12);
    expect(filesIn(outDir)).toEqual(['kept']);
  });

  it('says why it is not for the store while nobody said where its pages are', async () => {
    const { cautions } = await buildSkillPackage(outDir, { pagesUrl: null, contactEmail: null });
    expect(cautions).toEqual([
      'not for the store: privacy policy and terms point to https://my-back-routine.example; set PAGES_URL to where they are published',
      'not for the store: the pages name contact@my-back-routine.example; set CONTACT_EMAIL to an address that somebody reads',
    ]);
    expect(manifestIn().privacyAndCompliance?.locales?.['en-US']?.termsOfUseUrl).toBe(
      'https://my-back-routine.example/terms-of-use.html',
    );
  });
});

describe('an interaction model', () => {
  it('is read for its name, what she may say and how much there is of it', () => {
    const model = {
      interactionModel: {
        languageModel: {
          invocationName: 'tea timer',
          intents: [{ name: 'BrewIntent', samples: ['Brew {tea}', 'make tea'] }, { name: 'AMAZON.StopIntent' }],
          types: [{ name: 'TEA', values: [{ name: { value: 'oolong', synonyms: ['blue tea', 'dragon tea'] } }] }],
        },
      },
    };
    expect(readLocaleModel('en-US', JSON.stringify(model, null, 2))).toEqual({
      locale: 'en-US',
      json: JSON.stringify(model),
      invocationName: 'tea timer',
      samples: new Set(['brew {tea}', 'make tea']),
      intents: 2,
      slotValues: 3,
    });
  });
});

describe('what the publisher gives', () => {
  it('may be nothing', () => {
    expect(readPackageSettings({})).toEqual({ pagesUrl: null, contactEmail: null });
    expect(readPackageSettings({ PAGES_URL: '', CONTACT_EMAIL: '' })).toEqual({ pagesUrl: null, contactEmail: null });
  });

  it('is taken as it is, but for a slash at the end', () => {
    const given = { PAGES_URL: 'https://you.github.io/my-back-routine/', CONTACT_EMAIL: 'you@your.domain' };
    expect(readPackageSettings(given)).toEqual(SETTINGS);
    expect(cautionsOf(SETTINGS)).toEqual([]);
  });

  it('is refused with a line for each mistake', () => {
    expect(() => readPackageSettings({ PAGES_URL: 'http://you.example', CONTACT_EMAIL: 'you' })).toThrow(
      'PAGES_URL "http://you.example" is no address of a folder: give one such as https://you.github.io/my-back-routine\n' +
        'CONTACT_EMAIL "you" is no e-mail address: give one such as you@your.domain',
    );
    expect(() => readPackageSettings({ PAGES_URL: 'pages' })).toThrow('PAGES_URL "pages" is no address');
    for (const CONTACT_EMAIL of ['you@<b>.example', 'you,me@your.domain', '"you"@your.domain'])
      expect(() => readPackageSettings({ CONTACT_EMAIL })).toThrow('is no e-mail address');
  });
});

describe('the options of npm run package', () => {
  it('may be none', () => {
    expect(readPackageOptions([])).toEqual({ publish: false, endpoint: undefined, help: false });
  });

  it('name the function and whether the package is for the store', () => {
    expect(readPackageOptions(['--publish', '--endpoint', FUNCTION_ARN])).toEqual({
      publish: true,
      endpoint: FUNCTION_ARN,
      help: false,
    });
  });

  it.each([
    { words: ['--endpoint', 'coach'], told: '--endpoint "coach" is no ARN of a function: give arn:aws:lambda:' },
    { words: ['--endpoint', `${FUNCTION_ARN} `], told: 'is no ARN of a function' },
    {
      words: ['--endpoint', FUNCTION_ARN.replace('us-east-1', 'eu-central-1')],
      told: 'Alexa invokes no function in eu-central-1: give one in us-east-1, eu-west-1, us-west-2, ap-northeast-1',
    },
    {
      words: ['--publish', '--endpoint', ENDPOINT_TO_BE_PUT_IN],
      told: "--endpoint is the one that stands in for nobody's function: give the stack's output EndpointArn",
    },
    { words: ['--publish'], told: "--publish needs --endpoint: give the stack's output EndpointArn" },
    { words: ['--publsh'], told: "Unknown option '--publsh': see npm run package -- --help" },
    { words: ['en-US'], told: 'see npm run package -- --help' },
  ])('are refused in a line: $words', ({ words, told }) => {
    expect(() => readPackageOptions(words)).toThrow(told);
    expect(() => readPackageOptions(words)).not.toThrow('\n');
  });
});

it('refuses to publish without an address and a contact, with a line for each and exit code 1', async () => {
  const words = ['--import', 'tsx', 'infra/package.ts', '--publish', '--endpoint', FUNCTION_ARN];
  const { PAGES_URL: _, CONTACT_EMAIL: __, ...env } = process.env;
  const { code, stderr } = await new Promise<{ code: unknown; stderr: string }>((resolve) =>
    execFile(process.execPath, words, { cwd: ROOT, env }, (error, _stdout, complaint) =>
      resolve({ code: error?.code, stderr: complaint }),
    ),
  );
  expect(code).toBe(1);
  expect(stderr.trim().split('\n')).toEqual([
    expect.stringMatching(/^not for the store: privacy policy and terms point to .*; set PAGES_URL /),
    expect.stringMatching(/^not for the store: the pages name .*; set CONTACT_EMAIL /),
  ]);
});
