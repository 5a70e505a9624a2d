/**
 * The time as the engine needs it. It has none of its own, so that a test can say which day it is; `node/clock.ts`
 * is the machine's.
 */
export interface Clock {
  /** The day where the writer is, as `YYYY-MM-DD`. */
  today(): string;
  /** Milliseconds since some moment; they only grow. */
  now(): number;
  /** Settles when everything else that is waiting has had its turn. */
  turn(): Promise<void>;
}
