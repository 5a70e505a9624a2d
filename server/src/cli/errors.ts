/**
 * Errors that a user of the command line caused and can mend: one line, exit status 2. Knows nothing else.
 */
import { HostError } from "../node/errors.ts";

export class CliError extends Error {}

/** True for an error that is told in its own words: the user's, or the disk's. */
export function isTold(error: unknown): error is Error {
  return error instanceof CliError || error instanceof HostError;
}

/** Where an error comes from in the program, for who sets `DEBUG`; nothing for what is no error. */
export function tellTrace(error: unknown): void {
  if (process.env.DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`);
}

/** A wrong option or argument; the message gains a pointer to the help of `topic`. */
export class UsageError extends CliError {
  constructor(message: string, topic?: string) {
    super(`${message} See claimcheck ${topic ? `${topic} ` : ""}--help.`);
  }
}
