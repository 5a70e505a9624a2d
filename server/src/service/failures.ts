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

/** What to do about a file or folder that cannot be looked into, as a sentence. */
export function remedyFor(error: unknown): string {
  const { code, cause } = (error ?? {}) as { readonly code?: unknown; readonly cause?: unknown };
  if (code === undefined && cause) return remedyFor(cause);
  return code === "ELOOP" ? "Correct or remove the link." : "Check its permissions.";
}

/** An error with its place in the program, for a log. */
export function traceOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** What is told where Claimcheck itself broke, beside a way to its log. `what` goes on from “could not”: “make the report”. */
export function failed(what: string): string {
  return `Claimcheck ran into an internal error and could not ${what}. Details are in its log.`;
}

/** The same at a draft, where there is no button. */
export const NOT_CHECKED =
  "This draft was not checked because of an internal error. Run “Claimcheck: Show the Language Server's Log” for details.";

/** What is told where a check was cancelled, or the draft changed or was closed meanwhile. */
export const OVERTAKEN = "The check was overtaken. Try again in a moment.";
