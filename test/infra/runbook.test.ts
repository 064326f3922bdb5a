import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Watch } from '../../infra/watch';
import { accountKeyOf } from '../../lambda/alexa/listener-key';
import { METRIC_UNITS } from '../../lambda/metric-names';
import { buildEnvelope, launchRequest } from '../../simulator/request-envelope';

const ROOT = path.join(__dirname, '../..');
const RUNBOOK = readFileSync(path.join(ROOT, 'docs/runbook.md'), 'utf8');

/** All that stands under a heading, up to the next of its rank. */
function section(heading: string): string {
  const [rank = ''] = heading.split(' ');
  const [, after] = RUNBOOK.split(`\n${heading}\n`);
  if (after === undefined) throw new Error(`The runbook has no ${heading}`);
  return after.split(new RegExp(`\n#{2,${rank.length}} `))[0] ?? '';
}

/** The first cells of the rows of tables, without their back quotes; headings left out. */
function firstCells(text: string): readonly string[] {
  return [...text.matchAll(/^\| `([^|]+)` \|/gm)].map(([, cell = '']) => cell);
}

/** Every source file of the function, as text. */
const FUNCTION = readdirSync(path.join(ROOT, 'lambda'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(path.join(ROOT, 'lambda', file), 'utf8'));

/** Every code that the function logs: a literal after `code:`, or a union of them. */
const CODES = FUNCTION.flatMap((text) => [...text.matchAll(/\bcode: ((?:'[a-z-]+'(?: \| )?)+)/g)])
  .flatMap(([, literals = '']) => literals.split(' | '))
  .map((literal) => literal.replaceAll("'", ''));

/** Every name of a detail that the function logs: where an object is written after `detail:`, or what an error comes to. */
const DETAILS = FUNCTION.flatMap((text) => [
  ...text.matchAll(/\bdetail: \{([^}]*)\}/g),
  ...text.matchAll(/^(?:export )?function detailOf\(.*\): \{([^}]*)\}/gm),
]).flatMap(([, members = '']) => [...members.matchAll(/(?:^|[,;])\s*(?:readonly )?(\w+)/g)].map(([, name]) => name));

/** Every code that a log entry is made with, whatever it is written as. */
const LOGGED = FUNCTION.flatMap((text) => [...text.matchAll(/\blevel: .*?\bcode: ?([^,}\s]+)/gs)]).map(
  ([, code]) => code,
);

describe('the alarms', () => {
  const app = new App();
  const watched = { coach: { functionName: 'coach' }, table: { tableName: 'progress' } };
  const stack = new Stack(app, 'Watched');
  new Watch(stack, 'Watch', { stage: 'dev', alarmEmail: null, ...watched });
  const alarms = Object.values(Template.fromStack(stack).findResources('AWS::CloudWatch::Alarm'));
  const anchors = alarms.map(
    ({ Properties }) => String(Properties.AlarmDescription).split('docs/runbook.md#')[1] ?? '',
  );
  const headings = [...section('## Alarms').matchAll(/^### (.+)$/gm)].map(([, heading = '']) => heading);

  it('have a section each, and there is no section without an alarm', () => {
    expect(anchors).toHaveLength(8);
    expect(headings.map((heading) => heading.toLowerCase().replaceAll(' ', '-'))).toEqual(anchors);
  });

  it.each(headings)('%s: says what she hears, how to look, what to do and when to leave it alone', (heading) => {
    const text = section(`### ${heading}`);
    const parts = ['*', '**She hears**', '**Look**', '**Do**', '**Leave it**'].map((part) => text.indexOf(`\n${part}`));
    expect(parts).not.toContain(-1);
    expect(parts).toEqual([...parts].sort((one, other) => one - other));
  });

  it.each(alarms.map(({ Properties }, at) => ({ heading: headings[at] ?? '', Properties })))(
    '$heading: names the limit and the time that the alarm has',
    ({ heading, Properties: { Threshold, Period, Metrics = [] } }) => {
      const [, ring = ''] = /^\n\*([^*]+)\*/.exec(section(`### ${heading}`)) ?? [];
      const seconds = Period ?? Metrics.find((each: object) => 'MetricStat' in each).MetricStat.Period;
      const limit = Threshold === 3_000 ? '3 s' : String(Threshold);
      expect(ring.split('\n').join(' ')).toMatch(new RegExp(`\\b${limit}\\b`));
      expect(ring.split('\n').join(' ')).toContain(seconds === 3_600 ? 'an hour' : `${seconds / 60} minutes`);
    },
  );

  it('cost what the runbook says: each metric that they look at, and what goes with them', () => {
    const metrics = alarms.flatMap(({ Properties }) =>
      Properties.Metrics === undefined
        ? [Properties]
        : Properties.Metrics.filter((each: object) => 'MetricStat' in each),
    );
    const rows = [...section('## What it costs').matchAll(/^\| (.+) \| (\d+) \| ([\d.]+) \| ([\d.]+) \|$/gm)];
    const bill = new Map(rows.map(([, what, count, each, month]) => [what, [count, each, month].map(Number)]));
    expect([...bill.keys()]).toHaveLength(4);
    expect(bill.get('metrics that the alarms look at')?.[0]).toBe(metrics.length);
    expect(bill.get('metrics of ours')?.[0]).toBe(Object.keys(METRIC_UNITS).length);
    for (const [count = 0, each = 0, month] of bill.values()) expect(count * each).toBeCloseTo(month ?? 0, 2);
    const total = [...bill.values()].reduce((sum, [, , month = 0]) => sum + month, 0);
    expect(section('## What it costs')).toContain(`**${total.toFixed(2)}**`);
  });
});

describe('the log', () => {
  it('is read here as it is written: every entry has a code that stands in the source, but one, whose union does', () => {
    expect(CODES).toEqual(expect.arrayContaining(['store-unavailable', 'unknown-intent', 'not-erased-with-skill']));
    expect(LOGGED.length).toBeGreaterThan(10);
    // One is the type of an entry.
    expect(new Set(LOGGED.filter((code) => !code?.startsWith("'")))).toEqual(new Set(['read.code', 'string;']));
  });

  it('is counted by codes that are written', () => {
    const [, table = ''] = /const COUNTED\b.*? = \{([^}]*)\}/s.exec(FUNCTION.join('\n')) ?? [];
    const counted = [...table.matchAll(/'([a-z-]+)':/g)].map(([, code]) => code);
    expect(counted.length).toBeGreaterThan(2);
    expect(counted.filter((code) => !CODES.includes(code ?? ''))).toEqual([]);
  });

  it('has a row for every code of the function, and no row of another', () => {
    const rows = firstCells(section('## Log codes'));
    expect(new Set(rows)).toEqual(new Set(CODES));
    expect(rows).toHaveLength(new Set(CODES).size);
  });

  it('has a row for everything that can be the matter with the store, and no row of another', () => {
    const [, union = ''] = /type StoreTrouble = ([^;]+);/.exec(FUNCTION.join('\n')) ?? [];
    const troubles = [...union.matchAll(/'([a-z-]+)'/g)].map(([, trouble]) => trouble);
    const rows = [...section('### Store failures').matchAll(/^\| (`[^|]+) \|/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`([a-z-]+)`/g)].map(([, name]) => name),
    );
    expect(troubles).toHaveLength(6);
    expect(rows).toHaveLength(6);
    expect(new Set(rows)).toEqual(new Set(troubles));
  });
});

describe('the queries', () => {
  const queries = [...RUNBOOK.matchAll(/```insights\n(.+?)```/gs)].map(([, query = '']) => query);

  /** Fields that Logs Insights makes itself of every line. */
  const OF_INSIGHTS = ['@timestamp', '@message', '@logStream'];
  const FIELDS = new Set<string | undefined>([
    ...OF_INSIGHTS,
    ...['level', 'code', ...DETAILS.map((name) => `detail.${name}`)],
    ...Object.keys(METRIC_UNITS),
  ]);
  /** As in "CloudWatch Logs Insights query syntax". */
  const LANGUAGE =
    /^(filter|stats|sort|fields|parse|limit|by|as|asc|desc|like|or|and|in|count|min|max|sum|pct|bin|ispresent|\d+[mhd]?)$/;

  it.each(queries)('asks only for what lines have: %s', (query) => {
    const bare = query.replace(/"[^"]*"|\/[^/\n]+\//g, ' ');
    const made = [...bare.matchAll(/\bas (\w+)/g)].map(([, name]) => name);
    const words = [...bare.matchAll(/[@\w][\w.]*/g)].map(([word]) => word).filter((word) => !LANGUAGE.test(word));
    expect(words.length).toBeGreaterThan(0);
    expect(words.filter((word) => !FIELDS.has(word) && !made.includes(word))).toEqual([]);
  });

  it('ask only for codes that there are', () => {
    const asked = queries.flatMap((query) => [...query.matchAll(/"([a-z]+(?:-[a-z]+)+)"/g)].map(([, code]) => code));
    expect(asked.length).toBeGreaterThan(5);
    expect(asked.filter((code) => !CODES.includes(code ?? ''))).toEqual([]);
  });
});

it('makes the key of an account from its id as the function does', () => {
  const id = 'amzn1.ask.account.EXAMPLE';
  const [, script = ''] = /^node -p '(.+)' amzn1\.ask\.account\.…$/m.exec(RUNBOOK) ?? [];
  const printed = execFileSync(process.execPath, ['-p', script, id], { encoding: 'utf8' });
  const stamp = { requestId: 'r', atMs: 0, locale: 'en-US' };
  expect(printed.trim()).toBe(accountKeyOf(envelopeOf(id, stamp)));
});

it('leads only to pages and sections that there are', () => {
  const pages = [...RUNBOOK.matchAll(/\]\(([\w./-]+)\)/g)].map(([, page = '']) => page);
  expect(pages.length).toBeGreaterThan(3);
  expect(pages.filter((page) => !existsSync(path.join(ROOT, 'docs', page)))).toEqual([]);
  const headings = [...RUNBOOK.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading);
  const named = ['Log codes', 'Restoring the table', 'Changed by hand', 'Erasing one listener'];
  for (const heading of named) expect(RUNBOOK).toContain(`"${heading}"`);
  expect(named.filter((heading) => !headings.includes(heading))).toEqual([]);
});

function envelopeOf(userId: string, stamp: Parameters<typeof launchRequest>[0]) {
  const origin = { skillId: 's', userId, scopes: {}, personId: null, deviceId: null, interfaces: {} };
  return buildEnvelope({ ...origin, apiEndpoint: '', apiAccessToken: null, session: null }, launchRequest(stamp));
}
