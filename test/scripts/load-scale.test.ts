import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createTurnMetrics } from '../../lambda/turn-metrics';

const DOCUMENT = readFileSync(path.join(__dirname, '../../docs/scale.md'), 'utf8');

/** The cells of the table rows under a heading. */
function rowsUnder(heading: string): readonly (readonly string[])[] {
  const section = DOCUMENT.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('| '));
  return lines.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

function figure(cell = ''): number {
  return Number(cell.replace(/[*,]/g, '').split(' ')[0]);
}

describe('the bill in docs/scale.md', () => {
  const bill = rowsUnder('The bill').filter((cells) => cells.length === 5);
  const lines = bill.filter(([, amount]) => figure(amount) > 0);
  const total = bill.find(([what]) => what === '**all**');

  it('has a line for everything that is billed', () => expect(lines).toHaveLength(13));

  it.each(lines.map(([what, ...rest]) => ({ what, rest })))(
    'multiplies: $what',
    ({ rest: [amount, , price, cost] }) => {
      expect(figure(amount) * figure(price)).toBeCloseTo(figure(cost), 1);
    },
  );

  it('adds up', () => {
    const sum = lines.reduce((all, cells) => all + figure(cells[4]), 0);
    expect(figure(total?.[4])).toBeCloseTo(sum, 2);
    expect(DOCUMENT).toContain(`**${((sum / 1_000_000) * 100).toFixed(3)} cents a listener and month**`);
  });

  it('takes its amounts from the quantities of a month', () => {
    const quantities = new Map(rowsUnder('From there to a month').map(([name = '', , value]) => [name, figure(value)]));
    const amounts = new Map(lines.map(([what = '', amount]) => [what, figure(amount)]));
    expect(amounts.get('Lambda: requests')).toBe(quantities.get('turns'));
    expect(amounts.get('Lambda: duration, arm64')).toBe(quantities.get('processor and waiting, GB-seconds'));
    expect(amounts.get('DynamoDB: writes, on demand')).toBe(quantities.get('writes'));
    expect(amounts.get('DynamoDB: reads, on demand')).toBe(quantities.get('sessions'));
    expect(amounts.get('DynamoDB: storage, after the first year')).toBe(
      quantities.get('table after the first year, GB'),
    );
    expect(amounts.get('CloudWatch: log taken in')).toBe(quantities.get('log, GB'));
    expect(amounts.get('Data out: settings service')).toBe(quantities.get('requests to the settings service, GB'));
  });
});

describe('the quantities of a month in docs/scale.md', () => {
  const measured = new Map(rowsUnder('Measured').map(([name = '', value]) => [name, figure(value)]));
  const quantities = new Map(rowsUnder('From there to a month').map(([name = '', , value]) => [name, figure(value)]));
  const visits = (1_000_000 * 365) / 12;
  const turns = visits * (measured.get('turns a visit') ?? 0);
  const sessions = visits * (measured.get('sessions a visit: she stops, falls silent, or goes to another room') ?? 0);

  it.each([
    { name: 'visits', millions: visits / 1e6 },
    { name: 'turns', millions: turns / 1e6 },
    { name: 'sessions', millions: sessions / 1e6 },
    { name: 'writes', millions: (turns * (measured.get('writes a turn') ?? 0)) / 1e6 },
    {
      name: 'processor and waiting, GB-seconds',
      millions: (((turns - sessions) * 20 + sessions * 80 + (turns / 200) * 600) / 1_000 / 1e6) * 0.25,
    },
  ])('follow from what was measured: $name', ({ name, millions }) => {
    expect(quantities.get(name)).toBeCloseTo(millions, 1);
  });

  it('count the line of metrics as long as it is', () => {
    const lines: string[] = [];
    const functionName = 'my-back-routine-prod-Coach0F32A1B2-abcdefghijkl';
    const metrics = createTurnMetrics({
      functionName,
      clock: () => 1_763_852_400_000,
      write: (line) => lines.push(line),
    });
    return metrics
      .measured(async () => {})
      .then(() => {
        const told =
          measured.get('line of metrics a turn in which nothing is counted, bytes (`lambda/turn-metrics.ts`)') ?? 0;
        expect(Math.abs((lines[0]?.length ?? 0) - told)).toBeLessThan(50);
      });
  });
});
