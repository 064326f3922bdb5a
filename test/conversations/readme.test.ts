import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { momentOf } from '../../simulator/local-time';
import { type MyBackRoutine, openMyBackRoutine } from '../../simulator/my-back-routine';

const ZONE = 'America/New_York';
const conversation = /```text\n([\s\S]*?)```/.exec(readFileSync(join(__dirname, '../../README.md'), 'utf8'))?.[1] ?? '';

it('lets the conversation in the README happen word for word, "…" standing for what it leaves out', async () => {
  const house = await openMyBackRoutine({
    startMs: momentOf({ date: '2026-11-22', time: '09:00' }, ZONE) ?? 0,
    zone: ZONE,
  });
  try {
    const lines = conversation.trim().split('\n');
    expect(lines.filter((line) => line.startsWith('Alexa: ')).length).toBeGreaterThan(5);
    let said = '';
    for (const line of lines) {
      if (line.startsWith('Alexa: ')) expect(said).toMatch(pattern(line.slice('Alexa: '.length)));
      else said = await happen(line, house);
    }
  } finally {
    await house.close();
  }
});

async function happen(line: string, { alexa }: MyBackRoutine): Promise<string> {
  const [, later] = /^\((.*) later\)$/.exec(line) ?? [];
  if (later !== undefined) {
    await alexa.wait(later);
    return '';
  }
  const [, seconds, words = ''] = /^She(?:, (\d+) seconds in)?: (.*)$/.exec(line) ?? [];
  if (words === '') throw new Error(`The README's conversation has a line that cannot be replayed: ${line}`);
  return (await (seconds === undefined ? alexa.say(words) : alexa.sayAt(Number(seconds), words))).says;
}

function pattern(written: string): RegExp {
  const parts = written.split('…').map((part) => part.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[\\s\\S]*')}$`);
}
