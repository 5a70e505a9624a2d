/**
 * The caches of this user: in the folder that CLAIMCHECK_CACHE names, else where the system has such things; none where
 * CLAIMCHECK_CACHE is "off". Knows the system's folders; nothing of what is kept.
 */
import { statSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DraftRecords } from "./draft-records.ts";
import { ReadingCache } from "./reading-cache.ts";

/** What was read of sources; null where nothing is to be kept. */
export function userCache(version: string): ReadingCache | null {
  const folder = userFolder();
  return folder === null ? null : new ReadingCache(folder, { program: programOf(version) });
}

/** What the claims of drafts rested on; null where nothing is to be kept. */
export function userRecords(version: string): DraftRecords | null {
  const folder = userFolder();
  return folder === null ? null : new DraftRecords(join(folder, "drafts"), { program: programOf(version) });
}

/** Whoever builds anew has changed what is read, whether the version says so or not. */
function programOf(version: string): string {
  return `${version} ${statSync(fileURLToPath(import.meta.url)).mtimeMs}`;
}

function userFolder(): string | null {
  const { CLAIMCHECK_CACHE: named, XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = process.env;
  if (named === "off") return null;
  if (named) return named;
  const system = {
    win32: local ?? join(homedir(), "AppData", "Local"),
    darwin: join(homedir(), "Library", "Caches"),
  }[process.platform as string];
  return join(xdg ?? system ?? join(homedir(), ".cache"), "claimcheck");
}
