import { spawnSync } from 'node:child_process';
import path from 'node:path';

const ROOT = path.join(__dirname, '..', '..');

it.each([
  {
    fault: 'a stage that is none',
    context: { stage: 'staging' },
    environment: {},
    lines: ['"staging" is no stage: give one of dev, prod as -c stage=...'],
  },
  {
    fault: 'ids given twice over, one of them in the environment',
    context: { vendorId: 'M2ABCDEFGHIJKL' },
    environment: { ALEXA_SKILL_ID: 'amzn1.ask.skill.0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0' },
    lines: [
      'Both a vendor id and a skill id: give -c vendorId=... (or ALEXA_VENDOR_ID) to have the stack make the skill, or -c skillId=... (or ALEXA_SKILL_ID) for one that exists',
    ],
  },
  {
    fault: 'an id in the environment that is none, behind an empty one that was typed',
    context: { vendorId: '' },
    environment: { ALEXA_VENDOR_ID: 'mine', ALEXA_SKILL_ID: '' },
    lines: [
      '"mine" is no vendor id: give the one under "My IDs" in the settings of your Amazon developer account, as -c vendorId=... or in ALEXA_VENDOR_ID',
    ],
  },
  {
    fault: 'a skill for the store whose privacy policy nobody published, and whose alarms nobody hears',
    context: { stage: 'prod' },
    environment: { ALEXA_VENDOR_ID: 'M2ABCDEFGHIJKL', CONTACT_EMAIL: 'us@our.domain' },
    lines: [
      'warning: nobody is told when an alarm rings: give -c alarmEmail=... (or ALARM_EMAIL)',
      'not for the store: privacy policy and terms point to https://my-back-routine.example; set PAGES_URL to where they are published',
    ],
  },
])('ends with exit code 1 and a line for $fault', ({ context, environment, lines }) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'infra/app.ts'], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, CDK_CONTEXT_JSON: JSON.stringify(context), ...environment },
    encoding: 'utf8',
    timeout: 60_000,
  });
  expect({ status, stdout, lines: stderr.trimEnd().split('\n') }).toEqual({ status: 1, stdout: '', lines });
});
