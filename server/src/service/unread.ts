/**
 * How a draft's reader is told that sources could not be read: never silence, which would read as "all of it fits".
 * Knows messages only.
 */
import type { Note } from "./report.ts";

/** Most sources that one note tells of by name. */
const MOST = 3;

/** The note at the top of a draft, from one line a source with its reason; null where all could be read. */
export function unreadNote(messages: readonly string[]): Note | null {
  const [first, ...others] = messages;
  if (first === undefined) return null;
  const start = { line: 0, character: 0 };
  return {
    start: 0,
    end: 0,
    range: { start, end: start },
    code: "source-not-read",
    message:
      others.length === 0
        ? `A source could not be read, and claims that rest on it are not checked: ${first}`
        : `${messages.length} sources could not be read, and claims that rest on them are not checked: ${listed(messages)}`,
  };
}

/** The messages that are told, and how many are not. */
function listed(messages: readonly string[]): string {
  const more = messages.length - MOST;
  return [...messages.slice(0, MOST), ...(more > 0 ? [`And ${more} more.`] : [])].join(" ");
}
