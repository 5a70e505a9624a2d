/**
 * What becomes of a command that the server does not answer as it should: which failures there are, and how often the
 * server may crash. Knows errors and answers; nothing of the editor, so that it can be tested by itself.
 */

/** The server answered that Claimcheck itself broke; the message is one for people. */
class InternalFailure extends Error {}

/** Codes of errors that a request gets where the server is down or goes down: there is no connection (any more). */
const DOWN: readonly unknown[] = [-32096, -32097];

/** How failures are told. */
export interface Teller {
  /** Why there is no server, or null. */
  readonly failure: string | null;
  /** Tells that and offers a restart. */
  explainFailure(): unknown;
  /** Tells of a failure that a moment heals. */
  tell(message: string): unknown;
  /** Tells of what broke inside and offers the log. */
  tellInternal(message: string): unknown;
}

export const STARTING = "Claimcheck is still starting. Try again in a moment.";

/** Passes an answer on; one that says that Claimcheck broke becomes an `InternalFailure`. */
export function answered<T>(answer: T): T {
  const { failed, problem } = (answer ?? {}) as { readonly failed?: unknown; readonly problem?: unknown };
  if (failed === true) throw new InternalFailure(String(problem));
  return answer;
}

/** Runs what needs the server, and tells where there is none or where it breaks; throws any other error. */
export async function guarded(teller: Teller, work: () => unknown): Promise<void> {
  if (teller.failure !== null) return void teller.explainFailure();
  try {
    await work();
  } catch (error) {
    if (error instanceof InternalFailure) return void teller.tellInternal(error.message);
    if (!DOWN.includes((error as { readonly code?: unknown } | null)?.code)) throw error;
    // It may have given up while the command ran.
    return void (teller.failure === null ? teller.tell(STARTING) : teller.explainFailure());
  }
}

/** Crashes of the server: those within some minutes count, and up to `limit` of them are answered by a restart. */
export class Crashes {
  readonly limit = 4;
  readonly minutes = 3;
  #at: number[] = [];

  /** Notes a crash at `now` (milliseconds); how many count by then. */
  add(now: number): number {
    this.#at = [...this.#at, now].filter((at) => now - at < this.minutes * 60_000);
    return this.#at.length;
  }

  /** The writer has started the server again, so that what was before does not count. */
  clear(): void {
    this.#at = [];
  }
}
