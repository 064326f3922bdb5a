import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openWorkspace } from '../../scripts/bench/workspace';
import { holdToTypes } from '../../scripts/rehearsal/skill-package';
import { inspectTemplate } from '../../scripts/rehearsal/template-rules';

let home: string;

beforeAll(() => {
  home = mkdtempSync(path.join(tmpdir(), 'rehearsal-rules-'));
});
afterAll(() => rmSync(home, { recursive: true }));

it('finds what is wrong in a template by each set of rules, but for what was acknowledged where it stands', () => {
  const file = path.join(home, 'bad.template.json');
  const Metadata = { 'aws:cdk:path': 'Home/Coach/Resource' };
  const coach = { Runtime: 'nodejs24.x', Handler: 'index.handler', Code: { ZipFile: 'x' }, Role: ROLE };
  writeFileSync(
    file,
    JSON.stringify({
      Resources: {
        Coach: { Type: 'AWS::Lambda::Function', Properties: coach, Metadata },
        Days: { Type: 'AWS::DynamoDB::Table', Properties: { KeySchema: [], BilingMode: 'PAY_PER_REQUEST' } },
        Who: { Type: 'AWS::IAM::Policy', Properties: { PolicyName: 'all', Roles: ['r'], PolicyDocument: EVERYTHING } },
      },
    }),
  );
  const acknowledged = [{ ruleName: 'Serverless-LambdaDLQ', acknowledgedAt: 'Home/Coach', reason: 'none' }];
  const [own, solutions, serverless] = inspectTemplate(file, 'us-east-1', acknowledged);
  expect(own?.open.join('\n')).toContain('F3002 at Days: BilingMode');
  expect(solutions?.open).toContain('AwsSolutions-IAM5[Action::dynamodb:*] at Who');
  expect(solutions?.asked?.rules).toBeGreaterThan(100);
  expect(serverless?.open).toContain('Serverless-LambdaTracing at Coach');
  expect(serverless?.open).not.toContain('Serverless-LambdaDLQ at Coach');
  expect(serverless?.acknowledged).toBe(1);
});

it("tells what in a manifest is not of Amazon's types", async () => {
  const workspace = openWorkspace(() => {}, { prefix: 'back-routine-rehearsal-test-' });
  const manifest = { manifestVersion: '1.0', apis: { custom: { endpoint: { url: 'arn:x' } } } };
  await expect(holdToTypes(workspace, { manifest: manifest as never, files: new Map(), locales: [] })).rejects.toThrow(
    /manifest\.ts\(2,\d+\).*"url".* does not exist in type 'SkillManifestEndpoint'/,
  );
  rmSync(workspace.dir, { recursive: true });
});

const ROLE = 'arn:aws:iam::111122223333:role/r';
const EVERYTHING = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'dynamodb:*', Resource: '*' }] };
