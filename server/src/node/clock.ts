/**
 * The machine's clock, handed to the engine and asked by both shells. Its day is the local one: in Greenwich it may
 * be yesterday or tomorrow. Knows nothing of drafts.
 */
export const clock = {
  /** The local day, as `YYYY-MM-DD`. */
  today(): string {
    const now = new Date();
    const [month, day] = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0"));
    return `${now.getFullYear()}-${month}-${day}`;
  },

  /** Milliseconds since the process began. */
  now(): number {
    return performance.now();
  },

  /** Lets timers, input and output go first. */
  turn(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve));
  },
};
