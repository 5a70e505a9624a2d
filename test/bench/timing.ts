/** Times and their percentiles, in milliseconds. Knows nothing of what is measured. */

export interface Timing {
  /** The fastest run: what is left where other programs keep the machine busy. */
  readonly min: number;
  readonly p50: number;
  readonly p95: number;
  readonly runs: number;
}

/** Nearest-rank percentiles of some times. */
export function timingOf(times: readonly number[]): Timing {
  const sorted = [...times].sort((a, b) => a - b);
  const rank = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
  return {
    min: rounded(sorted[0] ?? Number.NaN),
    p50: rounded(rank(0.5)),
    p95: rounded(rank(0.95)),
    runs: times.length,
  };
}

/** Milliseconds that a task takes. */
export function timed(task: () => void): number {
  const started = performance.now();
  task();
  return performance.now() - started;
}

/** The same for a task that is waited for. */
export async function timedLater(task: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await task();
  return performance.now() - started;
}

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
