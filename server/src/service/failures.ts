/**
 * The words for what failed: a file operation, or Claimcheck itself. Knows errors by their codes only.
 */

/** Why a file operation failed, in a few words and without the path, which the message has already. */
export function causeOf(error: unknown): string {
  const { code, cause } = (error ?? {}) as { readonly code?: unknown; readonly cause?: unknown };
  if (code === undefined && cause) return causeOf(cause);
  if (code === "EACCES" || code === "EPERM") return "no permission";
  if (code === "EISDIR") return "it is a folder";
  if (code === "ENOENT") return "there is no such file";
  if (code === "ELOOP") return "its links lead round in a circle";
  return error instanceof Error ? error.message.split("\n", 1)[0]! : String(error);
}

/** The command that shows the log, by its title in the palette. */
const SHOW_LOG = "Claimcheck: Show the Language Server's Log";

/** What is told where Claimcheck itself broke. `what` goes on from “could not”: “check this draft”. */
export function failed(what: string): string {
  return `Claimcheck ran into an internal error and could not ${what}. Run “${SHOW_LOG}” for details.`;
}
