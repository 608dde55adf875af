import { describe, expect, it } from 'vitest';
import { Pace } from '../../src/page/pace.ts';

describe('the pace of looking', () => {
  it('is quick for the odd change, and at most one look in 250 ms', () => {
    const pace = new Pace(0);
    expect(pace.wait(1000)).toBeLessThanOrEqual(150);
    pace.spend(5, 1000);
    expect(pace.wait(1010)).toBe(240);
    expect(pace.wait(2000)).toBeLessThanOrEqual(150);
  });

  it.each([1, 8, 40, 400])(
    'stays below 2 %% of a minute at %i ms a look, on a page that changes without end',
    (costMs) => {
      const pace = new Pace(0);
      let now = 0;
      let spent = 0;
      let looks = 0;
      while (now < 60_000) {
        now += pace.wait(now) + costMs;
        if (now > 60_000) break;
        pace.spend(costMs, now);
        spent += costMs;
        looks++;
      }
      // The allowance at the start and the last look may go over it once.
      expect(spent).toBeLessThanOrEqual(60_000 * 0.015 + 150 + costMs);
      expect(looks).toBeGreaterThan(0);
      expect(looks).toBeLessThanOrEqual(240);
    },
  );
});
