import type { LogEntry } from '../../lambda/core/ports';
import { createDynamoClient } from '../../lambda/storage/dynamo-client';
import { LOCAL_ACCESS, startEmbeddedDatabase } from '../../simulator/embedded-database';
import { type HouseOptions, type MyBackRoutine, openMyBackRoutine } from '../../simulator/my-back-routine';
import { layDatabaseWire, type WireCall } from './database-wire';

/** What one turn cost, as counted on the wire. */
export interface TurnCost {
  /** Null for what happens outside any session. */
  readonly sessionId: string | null;
  /** Whose progress it was about, as a key; null where nothing is kept of her. */
  readonly listener: string | null;
  /** Her words; null when it was not she who caused the request. */
  readonly heard: string | null;
  readonly reads: readonly WireCall[];
  readonly writes: readonly WireCall[];
  /** Calls that erased: the listing of what there is, and its removal. */
  readonly erasing: readonly WireCall[];
  readonly settingsCalls: number;
  /** Codes of what was logged meanwhile. */
  readonly codes: readonly string[];
}

/** A house whose every turn is metered. */
export interface MeteredHouse extends MyBackRoutine {
  readonly costs: readonly TurnCost[];
}

/** Open a house with a counting wire between the skill and its database. */
export async function openMeteredHouse(options: HouseOptions): Promise<MeteredHouse> {
  const database = await startEmbeddedDatabase();
  const wire = await layDatabaseWire(database.endpoint);
  const client = createDynamoClient({ endpoint: wire.endpoint, ...LOCAL_ACCESS });
  const close = async () => {
    client.destroy();
    await wire.close();
    await database.close();
  };
  const house = await openMyBackRoutine({ ...options, database: { ...database, client, close } });
  const costs: TurnCost[] = [];
  let logged: LogEntry[] = [];
  let settingsCalls = 0;
  house.onLog((entry) => logged.push(entry));
  house.alexa.onHappening((happening) => {
    if (happening.kind !== 'turn' || happening.request === null) return;
    const calls = wire.taken();
    costs.push({
      sessionId: happening.request.session?.sessionId ?? null,
      listener: happening.response?.sessionAttributes?.ledger?.listener ?? null,
      heard: happening.heard,
      reads: calls.filter((call) => call.operation === 'Query' && !isErasing(call)),
      writes: calls.filter(({ operation }) => operation === 'UpdateItem'),
      erasing: calls.filter(isErasing),
      settingsCalls: house.settings.calls - settingsCalls,
      codes: logged.map(({ code }) => code),
    });
    logged = [];
    settingsCalls = house.settings.calls;
  });
  return Object.assign(house, { costs });
}

/** Only erasing asks for keys alone. */
function isErasing({ operation, body }: WireCall): boolean {
  return operation === 'BatchWriteItem' || (operation === 'Query' && body.ProjectionExpression !== undefined);
}
