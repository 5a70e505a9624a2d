/**
 * Errors that a user of the command line caused and can mend: one line, exit status 2. Knows nothing else.
 */
export class CliError extends Error {}

/** A wrong option or argument; the message gains a pointer to the help of `topic`. */
export class UsageError extends CliError {
  constructor(message: string, topic?: string) {
    super(`${message} See claimcheck ${topic ? `${topic} ` : ""}--help.`);
  }
}
