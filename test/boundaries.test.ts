import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const CORE = path.join(__dirname, '../lambda/core');

const FORBIDDEN: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [
    /\bDate\.now\b|\bnew Date\(\s*\)|\bnew Date\b(?!\()|\bperformance\./,
    'reads the clock: the moment comes in as an argument',
  ],
  [
    /\.[gs]et(Hours|Minutes|Date|Day|Month|FullYear)\(|\.getTimezoneOffset\(/,
    "uses the machine's time zone: hers comes in",
  ],
  [/\bMath\.random\b/, 'draws at random: whatever chooses comes in as an argument'],
  [/\bprocess\.|\bglobalThis\b/, 'looks at the process it runs in: settings come in as arguments'],
  [/\b(setTimeout|setInterval|fetch)\(|\bconsole\./, 'acts: core only describes what is to be done'],
  [/\brequire\(|\bimport\(/, 'loads a module while it runs: core imports only core, and statically'],
];

it.each(filesOf(CORE))('core stays pure in %s', (file) => {
  const code = withoutComments(readFileSync(path.join(CORE, file), 'utf8'));
  const faults = FORBIDDEN.filter(([pattern]) => pattern.test(code)).map(([, reason]) => `${file} ${reason}`);
  const strangers = importsOf(code).filter((name) => !staysInCore(file, name));
  expect([...faults, ...strangers.map((name) => `${file} imports ${name}, which is not core`)]).toEqual([]);
});

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
}

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');
}

function importsOf(code: string): string[] {
  return [...code.matchAll(/^(?:import|(?:import|export)\b[^;='"]*\bfrom)\s*['"]([^'"]+)['"]/gm)].map(
    (match) => match[1] ?? '',
  );
}

function staysInCore(file: string, name: string): boolean {
  return name.startsWith('.') && !path.relative(CORE, path.resolve(CORE, path.dirname(file), name)).startsWith('..');
}
