/** What is known of something, and what was measured. */
export interface Observation {
  readonly features: readonly number[];
  readonly value: number;
}

/**
 * Find the coefficients whose products with the features come nearest to the measured values, by least squares.
 * @throws RangeError where the observations do not determine them
 */
export function leastSquares(observations: readonly Observation[]): number[] {
  const size = observations[0]?.features.length ?? 0;
  const rows = observations.map(({ features, value }) => [...features, value]);
  const normalEquations = Array.from({ length: size }, (_, i) =>
    Array.from({ length: size + 1 }, (__, j) => rows.reduce((sum, row) => sum + cell(row, i) * cell(row, j), 0)),
  );
  return solve(normalEquations);
}

/** Gauss-Jordan elimination, equation by equation; the last column is the right-hand side. */
function solve(equations: readonly number[][]): number[] {
  let rows = [...equations];
  for (const column of equations.keys()) {
    const pivot = rows
      .slice(column)
      .reduce((best, row) => (Math.abs(cell(row, column)) > Math.abs(cell(best, column)) ? row : best));
    if (Math.abs(cell(pivot, column)) < 1e-9)
      throw new RangeError('The observations do not determine the coefficients');
    const unit = pivot.map((value) => value / cell(pivot, column));
    const others = rows
      .filter((row) => row !== pivot)
      .map((row) => row.map((value, j) => value - cell(row, column) * cell(unit, j)));
    rows = [...others.slice(0, column), unit, ...others.slice(column)];
  }
  return rows.map((row) => cell(row, row.length - 1));
}

function cell(row: readonly number[], at: number): number {
  return row[at] ?? 0;
}
