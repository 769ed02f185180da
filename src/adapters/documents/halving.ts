/**
 * How many of the things in an order lie before the place that is looked for, by halving.
 *
 * @param isBefore true of the first ones, false of all behind them
 */
export function countBefore(count: number, isBefore: (at: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
