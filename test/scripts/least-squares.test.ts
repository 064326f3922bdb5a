import { leastSquares } from '../../scripts/least-squares';

describe('least squares', () => {
  it('finds the line that the values lie on', () => {
    const [base, slope] = leastSquares([
      { features: [1, 0], value: 2 },
      { features: [1, 1], value: 5 },
      { features: [1, 4], value: 14 },
    ]);
    expect(base).toBeCloseTo(2, 9);
    expect(slope).toBeCloseTo(3, 9);
  });

  it('goes between values that lie on no line', () => {
    const [mean] = leastSquares([
      { features: [1], value: 10 },
      { features: [1], value: 20 },
    ]);
    expect(mean).toBeCloseTo(15, 9);
  });

  it('does not depend on the order of what is known', () => {
    const [second, first] = leastSquares([
      { features: [0, 1], value: 3 },
      { features: [2, 0], value: 8 },
    ]);
    expect([second, first]).toEqual([4, 3]);
  });

  it('refuses values that leave a coefficient open', () => {
    expect(() => leastSquares([{ features: [1, 2], value: 3 }])).toThrow(RangeError);
  });
});
