/**
 * Which sources a fact sheet was made from: its front matter's `source`.
 */
import type { FrontMatter } from "../../text/types.ts";

/** The paths or addresses that a sheet names, as written; empty for any other document. */
export function originsOf({ data }: FrontMatter): string[] {
  return [data.source]
    .flat()
    .filter((entry): entry is string => typeof entry === "string" && entry.trim() !== "");
}
