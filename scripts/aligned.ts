/** Rows of cells as lines of equal columns: the first `wordColumns` to the left, all others, as numbers are read, to the right. */
export function aligned(rows: readonly (readonly string[])[], wordColumns = 1): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const cellOf = (cell: string, column: number): string =>
    column < wordColumns ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  return rows.map((row) => row.map(cellOf).join('  ').trimEnd());
}
