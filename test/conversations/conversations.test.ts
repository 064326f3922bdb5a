import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LogEntry } from '../../lambda/core/ports';
import { momentOf } from '../../simulator/local-time';
import type { HouseOptions } from '../../simulator/my-back-routine';
import { playScript } from '../../simulator/play-script';
import { readScript } from '../../simulator/script';
import { faultsInLog } from '../fuzz/log-rules';
import { extravagances } from '../support/extravagances';
import { openMeteredHouse } from '../support/metered-house';

const plays = readdirSync(__dirname).filter((name) => name.endsWith('.txt'));

/** Words of what she may report of her body, and of its being reported. None of them has a reason to be stored or logged. */
const OF_PAIN =
  /(?<!s)pain|hurt|\bache|score|symptom|chest|racing|breathless|faint|dizz|vision|swollen|bleed|discharge|fever|belly|wound|numb|bladder|self.?harm|leak|heav(y|iness)|doming|pelvic|wrist|cramp|tired|shak/i;

it.each(plays)(
  '%s goes as written, breaks no platform rule, costs no call too many, and keeps and logs nothing of hers that it must not',
  async (name) => {
    const text = readFileSync(join(__dirname, name), 'utf8');
    const house = await openMeteredHouse(beginningOf(text));
    const log: LogEntry[] = [];
    house.onLog((entry) => log.push(entry));
    try {
      expect(await playScript(readScript(text), house)).toEqual([]);
      expect(house.alexa.breaches).toEqual([]);
      expect(log.flatMap(faultsInLog)).toEqual([]);
      const logged = log.map((entry) => JSON.stringify(entry));
      expect(logged.filter((line) => line.includes('turn-failed'))).toEqual([]);
      const stored = (await house.stored()).map((item) => JSON.stringify(item));
      expect([...stored, ...logged].filter((line) => OF_PAIN.test(line))).toEqual([]);
      expect(extravagances(house.costs)).toEqual([]);
    } finally {
      await house.close();
    }
  },
);

/** The first line says when and where a play begins, and in which language it is spoken: in English where it says none. */
function beginningOf(text: string): HouseOptions {
  const [, date = '', time = '', zone = '', locale = 'en-US'] = BEGINNING.exec(text) ?? [];
  const startMs = momentOf({ date, time }, zone);
  if (startMs === null) throw new Error(`A play needs a line such as "${EXAMPLE}"`);
  return { startMs, zone, locale };
}

const BEGINNING = /^# Begins (\S+) at (\S+) in ([^\s,]+)(?:, speaking (\S+))?\.$/m;
const EXAMPLE = '# Begins 2026-11-22 at 09:00 in America/New_York, speaking es-US.';
