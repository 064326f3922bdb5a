import { fuzz } from '../test/fuzz/fuzz';

/** Fuzz the whole skill in the console: `npm run fuzz 1000000`, from FUZZ_SEED or a seed that is printed. */
async function main(): Promise<void> {
  const turns = Number(process.argv[2] ?? 1_000_000);
  const seed = Number(process.env.FUZZ_SEED ?? Math.floor(Date.now() / 1_000));
  if (!Number.isSafeInteger(turns) || turns < 1 || !Number.isSafeInteger(seed)) {
    throw new RangeError('npm run fuzz [turns], both the turns and FUZZ_SEED whole numbers');
  }
  print(`FUZZ_SEED=${seed}, ${turns} turns\n`);
  const startedMs = performance.now();
  const { tally, breach } = await fuzz({
    seed,
    turns,
    onProgress: ({ turns: done, probes }) => {
      const seconds = (performance.now() - startedMs) / 1_000;
      print(`\r${done} turns, ${probes} fresh starts, ${Math.round(done / seconds)} turns/s`);
    },
  });
  print(`\n${breach ?? 'No breach.'}\n`);
  const codes = [...tally.codes].sort(([, a], [, b]) => b - a);
  print(`${codes.map(([code, count]) => `${code} ${count}`).join(', ')}\n`);
  if (breach !== null) process.exitCode = 1;
}

function print(text: string): void {
  process.stdout.write(text);
}

main().catch((error: unknown) => {
  print(`${String(error)}\n`);
  process.exitCode = 2;
});
