import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { momentOf } from '../../simulator/local-time';
import { openMyBackRoutine } from '../../simulator/my-back-routine';
import { playScript } from '../../simulator/play-script';
import { readScript } from '../../simulator/script';

const plays = readdirSync(__dirname).filter((name) => name.endsWith('.txt'));

it.each(plays)('%s goes as written, breaks no platform rule and logs nothing of hers', async (name) => {
  const text = readFileSync(join(__dirname, name), 'utf8');
  const { startMs, zone } = beginningOf(text);
  const house = await openMyBackRoutine({ startMs, zone });
  const logged: string[] = [];
  house.onLog((entry) => logged.push(JSON.stringify(entry)));
  try {
    expect(await playScript(readScript(text), house)).toEqual([]);
    expect(house.alexa.breaches).toEqual([]);
    expect(logged.filter((line) => /amzn1|turn-failed/.test(line))).toEqual([]);
  } finally {
    await house.close();
  }
});

/** The first line says when and where a play begins. */
function beginningOf(text: string): { readonly startMs: number; readonly zone: string } {
  const [, date = '', time = '', zone = ''] = /^# Begins (\S+) at (\S+) in (\S+)\.$/m.exec(text) ?? [];
  const startMs = momentOf({ date, time }, zone);
  if (startMs === null)
    throw new Error('A play needs a line such as "# Begins 2026-11-22 at 09:00 in America/New_York."');
  return { startMs, zone };
}
