/**
 * What git knows of files: which lines have changed since a commit, and who works here. Runs git itself, never a shell;
 * knows nothing of drafts.
 */
import { execFile } from "node:child_process";
import { userInfo } from "node:os";
import { basename, dirname } from "node:path";

/** Why git gave no answer. */
export type GitFailure = "no-git" | "no-repository" | "unknown-ref" | "failed";

export class GitError extends Error {
  readonly failure: GitFailure;

  constructor(failure: GitFailure, message: string) {
    super(message);
    this.failure = failure;
  }
}

/** Lines from `first` to `last`, counted from 0, both inside. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** Longest that git may take, in milliseconds, and most that it may say, in bytes. */
const LIMITS = { timeout: 30_000, maxBuffer: 64_000_000 };

/**
 * The lines of a file that differ from the file at `ref`, uncommitted changes included; null for a file that is new
 * since. `ref` is any name of a commit. Throws a GitError.
 */
export async function changedLines(path: string, ref: string): Promise<readonly LineRange[] | null> {
  const folder = dirname(path);
  const commit = await commitOf(folder, ref);
  const name = `./${basename(path)}`;
  const before = await git(folder, ["ls-tree", "--name-only", commit, "--", name]);
  if (before.trim() === "") return null;
  const options = ["--no-ext-diff", "--no-textconv", "--no-color", "--unified=0", "--text"];
  return rangesIn(await git(folder, ["diff", ...options, commit, "--", name]));
}

/** The name that git signs with here, else the user's of the machine. */
export async function userName(folder: string): Promise<string> {
  try {
    const name = (await git(folder, ["config", "user.name"])).trim();
    if (name !== "") return name;
  } catch {
    // Without git the machine knows who works here.
  }
  try {
    return userInfo().username;
  } catch {
    return "";
  }
}

async function commitOf(folder: string, ref: string): Promise<string> {
  await git(folder, ["rev-parse", "--git-dir"]);
  try {
    const name = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`];
    return (await git(folder, name)).trim();
  } catch (error) {
    if (error instanceof GitError && error.failure === "failed")
      throw new GitError("unknown-ref", `git knows no commit “${ref}”`);
    throw error;
  }
}

/** The new side of each hunk: "@@ -3,0 +4,2 @@" is lines 4 and 5. Lines that only went leave nothing. */
function rangesIn(diff: string): LineRange[] {
  const hunks = diff.matchAll(/^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@/gm);
  return [...hunks].flatMap(([, from, count = "1"]) => {
    const first = Number(from) - 1;
    return count === "0" ? [] : [{ first, last: first + Number(count) - 1 }];
  });
}

function git(folder: string, words: readonly string[]): Promise<string> {
  const env = { ...process.env, LC_ALL: "C", GIT_OPTIONAL_LOCKS: "0" };
  return new Promise((resolve, reject) => {
    execFile(
      "git",
      ["-c", "core.fsmonitor=false", ...words],
      { cwd: folder, env, windowsHide: true, ...LIMITS },
      (error, stdout, stderr) => {
        if (error) reject(failureOf(error, stderr));
        else resolve(stdout);
      },
    );
  });
}

function failureOf(error: Error & { readonly code?: string | number | null }, stderr: string): GitError {
  const line = stderr.split("\n", 1)[0]!.replace(/^fatal: /, "");
  if (error.code === "ENOENT") return new GitError("no-git", "git was not found");
  if (/not a git repository/i.test(stderr))
    return new GitError("no-repository", "this is not a git repository");
  return new GitError("failed", line === "" ? "git failed" : `git says: ${line}`);
}
