import { readDeployment } from '../../infra/deployment';

const SKILL_ID = 'amzn1.ask.skill.0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0';

it('goes to us-east-1 unless told otherwise', () => {
  expect(readDeployment({ skillId: SKILL_ID, region: undefined })).toEqual({ skillId: SKILL_ID, region: 'us-east-1' });
});

it.each(['us-east-1', 'eu-west-1', 'us-west-2', 'ap-northeast-1'])('goes to %s on wish', (region) => {
  expect(readDeployment({ skillId: undefined, region })).toEqual({ skillId: undefined, region });
});

it.each(['eu-central-1', 'us-east-2', '', 3])('refuses the region %p in one line that names the remedy', (region) => {
  expect(() => readDeployment({ skillId: undefined, region })).toThrow(
    /^Alexa invokes no function in ".*": give one of us-east-1, .* as -c region=\.\.\.$/,
  );
});

it.each([
  { flaw: 'an empty one', skillId: '' },
  { flaw: 'a wildcard', skillId: '*' },
  { flaw: 'a bare UUID', skillId: '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0' },
  { flaw: 'a placeholder', skillId: 'amzn1.ask.skill.your-skill-id' },
  { flaw: 'one with something after it', skillId: `${SKILL_ID}/x` },
  { flaw: 'one with a line break after it', skillId: `${SKILL_ID}\n` },
  { flaw: "another resource's", skillId: 'amzn1.ask.account.0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0' },
  { flaw: 'a number', skillId: 42 },
])('refuses $flaw as skill id in one line that names the remedy', ({ skillId }) => {
  expect(() => readDeployment({ skillId, region: undefined })).toThrow(
    /is no skill id: give amzn1\.ask\.skill\.<uuid> as -c skillId=\.\.\. or in ALEXA_SKILL_ID$/,
  );
});
