/**
 * What becomes of a rejection that nobody caught: a line in the client's log, with its place in the program.
 */
import { traceOf } from "../service/failures.ts";

/** A client's log, as far as it is written to here. */
export interface ErrorLog {
  error(message: string): void;
}

/** Writes what was rejected into the log; onto stderr where no client hears any more. */
export function logUnexpected(log: ErrorLog, reason: unknown): void {
  const message = `Unexpected: ${traceOf(reason)}`;
  try {
    log.error(message);
  } catch {
    console.error(message);
  }
}
