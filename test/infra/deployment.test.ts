import { type Given, readDeployment } from '../../infra/deployment';

const SKILL_ID = 'amzn1.ask.skill.0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0';
const VENDOR_ID = 'M2ABCDEFGHIJKL';
const ARN = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:alexa/keys-AbC1d2';

const NOTHING: Given = {
  stage: undefined,
  region: undefined,
  vendorId: undefined,
  lwaSecret: undefined,
  skillId: undefined,
  alarmEmail: undefined,
};

const read = (given: Partial<Given>) => readDeployment({ ...NOTHING, ...given });

it('is a stage to look at, dev in us-east-1, when nothing was said', () => {
  expect(read({})).toEqual({
    stage: 'dev',
    region: 'us-east-1',
    skill: { kind: 'asked' },
    alarmEmail: null,
  });
});

it('has the skill made for a vendor, with the keys of the usual secret', () => {
  expect(read({ vendorId: VENDOR_ID }).skill).toEqual({
    kind: 'made',
    vendorId: 'M2ABCDEFGHIJKL',
    secret: 'my-back-routine/login-with-amazon',
  });
});

it.each(['alexa/keys', 'Keys_of+me=you.we@home-1', ARN])('takes the secret %s', (lwaSecret) => {
  expect(read({ vendorId: VENDOR_ID, lwaSecret }).skill).toEqual({
    kind: 'made',
    vendorId: VENDOR_ID,
    secret: lwaSecret,
  });
});

it('takes a skill that exists', () => {
  expect(read({ skillId: SKILL_ID }).skill).toEqual({ kind: 'given', skillId: SKILL_ID });
});

it.each(['dev', 'prod'])('goes to the stage %s on wish', (stage) => {
  expect(read({ stage, skillId: SKILL_ID }).stage).toBe(stage);
});

it.each(['us-east-1', 'eu-west-1', 'us-west-2', 'ap-northeast-1'])('goes to %s on wish', (region) => {
  expect(read({ region, skillId: SKILL_ID }).region).toBe(region);
});

it('tells an address of alarms on wish', () => {
  expect(read({ alarmEmail: 'on-call+skill@your.domain' }).alarmEmail).toBe('on-call+skill@your.domain');
});

describe('takes an empty text, as a variable that is not set comes, for nothing', () => {
  it.each<{ empty: string; given: Partial<Given>; skill: unknown }>([
    { empty: 'vendor id', given: { vendorId: '', skillId: SKILL_ID }, skill: { kind: 'given', skillId: SKILL_ID } },
    { empty: 'skill id', given: { vendorId: VENDOR_ID, skillId: '' }, skill: { kind: 'made', vendorId: VENDOR_ID } },
    {
      empty: 'secret',
      given: { vendorId: VENDOR_ID, lwaSecret: '' },
      skill: { secret: 'my-back-routine/login-with-amazon' },
    },
    { empty: 'id of either kind', given: { vendorId: '', skillId: '', lwaSecret: '' }, skill: { kind: 'asked' } },
  ])('$empty', ({ given, skill }) => {
    expect(read(given).skill).toMatchObject(skill as object);
  });

  it('address of alarms', () => {
    expect(read({ alarmEmail: '' }).alarmEmail).toBeNull();
  });
});

it.each([
  'you',
  'you@domain',
  '@your.domain',
  'you @your.domain',
  'a@b.c, d@e.f',
  'You <you@your.domain>',
  'a@b.c\n',
  7,
])('refuses %j as an address in one line that names the remedy', (alarmEmail) => {
  expect(() => read({ alarmEmail })).toThrow(
    /^".*" is no e-mail address: give one such as you@your\.domain as -c alarmEmail=\.\.\. or in ALARM_EMAIL$/,
  );
});

describe('refuses in one line that names the remedy', () => {
  const NO_STAGE = /^".*" is no stage: give one of dev, prod as -c stage=\.\.\.$/;
  const NO_REGION =
    /^Alexa invokes no function in ".*": give one of us-east-1, eu-west-1, us-west-2, ap-northeast-1 as -c region=\.\.\.$/;
  const NO_VENDOR =
    /^".*" is no vendor id: give the one under "My IDs" .*, as -c vendorId=\.\.\. or in ALEXA_VENDOR_ID$/;
  const NO_SECRET =
    /^".*" is no secret of Secrets Manager in us-east-1: give its name or its complete ARN as -c lwaSecret=\.\.\.$/;
  const NO_SKILL_ID = /^".*" is no skill id: give amzn1\.ask\.skill\.<uuid> as -c skillId=\.\.\. or in ALEXA_SKILL_ID$/;
  const NOBODYS =
    /^No vendor id and no skill id: give -c vendorId=\.\.\. \(or ALEXA_VENDOR_ID\) .*, or -c skillId=\.\.\. \(or ALEXA_SKILL_ID\) for one that exists$/;
  const BOTH =
    /^Both a vendor id and a skill id: give -c vendorId=\.\.\. .*, or -c skillId=\.\.\. .* for one that exists$/;
  const SECRET_ALONE = /^A secret but no vendor id: give both -c vendorId=\.\.\. and -c lwaSecret=\.\.\., or neither$/;

  it.each<{ flaw: string; given: Partial<Given>; line: RegExp }>([
    { flaw: 'a stage that is none', given: { stage: 'staging' }, line: NO_STAGE },
    { flaw: 'a stage in capitals', given: { stage: 'PROD' }, line: NO_STAGE },
    { flaw: 'an empty stage', given: { stage: '' }, line: NO_STAGE },
    { flaw: "a region that is not Alexa's", given: { region: 'eu-central-1' }, line: NO_REGION },
    { flaw: 'a region nearby', given: { region: 'us-east-2' }, line: NO_REGION },
    { flaw: 'an empty region', given: { region: '' }, line: NO_REGION },
    { flaw: 'a number as region', given: { region: 3 }, line: NO_REGION },
    { flaw: 'a stage of no skill', given: { stage: 'prod' }, line: NOBODYS },
    { flaw: 'a region of no skill', given: { region: 'eu-west-1' }, line: NOBODYS },
    { flaw: 'a vendor and a skill', given: { vendorId: VENDOR_ID, skillId: SKILL_ID }, line: BOTH },
    { flaw: 'a secret without a vendor', given: { lwaSecret: 'alexa/keys' }, line: SECRET_ALONE },
    { flaw: 'a secret with a skill', given: { lwaSecret: 'alexa/keys', skillId: SKILL_ID }, line: SECRET_ALONE },
    { flaw: 'a placeholder as vendor id', given: { vendorId: '<your vendor id>' }, line: NO_VENDOR },
    { flaw: 'a vendor id with a line break', given: { vendorId: `${VENDOR_ID}\n` }, line: NO_VENDOR },
    { flaw: 'a skill id as vendor id', given: { vendorId: SKILL_ID }, line: NO_VENDOR },
    { flaw: 'a secret with a blank', given: { vendorId: VENDOR_ID, lwaSecret: 'my secret' }, line: NO_SECRET },
    {
      flaw: 'a dynamic reference as secret',
      given: { vendorId: VENDOR_ID, lwaSecret: '{{resolve:x}}' },
      line: NO_SECRET,
    },
    {
      flaw: 'a parameter of Systems Manager as secret',
      given: { vendorId: VENDOR_ID, lwaSecret: 'arn:aws:ssm:us-east-1:123456789012:parameter/keys' },
      line: NO_SECRET,
    },
    {
      flaw: 'an ARN of another region',
      given: { vendorId: VENDOR_ID, lwaSecret: ARN.replace('us-east-1', 'eu-west-1') },
      line: NO_SECRET,
    },
    { flaw: 'an ARN that was cut off', given: { vendorId: VENDOR_ID, lwaSecret: ARN.slice(0, -7) }, line: NO_SECRET },
    { flaw: 'a stage of an empty skill id', given: { stage: 'prod', skillId: '' }, line: NOBODYS },
    { flaw: 'a wildcard', given: { skillId: '*' }, line: NO_SKILL_ID },
    { flaw: 'a bare UUID', given: { skillId: '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0' }, line: NO_SKILL_ID },
    { flaw: 'a placeholder as skill id', given: { skillId: 'amzn1.ask.skill.your-skill-id' }, line: NO_SKILL_ID },
    { flaw: 'a skill id with something after it', given: { skillId: `${SKILL_ID}/x` }, line: NO_SKILL_ID },
    { flaw: 'a skill id with a line break', given: { skillId: `${SKILL_ID}\n` }, line: NO_SKILL_ID },
    {
      flaw: "another resource's id",
      given: { skillId: 'amzn1.ask.account.0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0' },
      line: NO_SKILL_ID,
    },
    { flaw: 'a number as skill id', given: { skillId: 42 }, line: NO_SKILL_ID },
  ])('$flaw', ({ given, line }) => {
    expect(() => read(given)).toThrow(line);
  });
});
