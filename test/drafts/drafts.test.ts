/**
 * Every annotated draft below this folder. Those below `pending` are known gaps: each must still fail, so that it is
 * moved when the engine learns it. `UPDATE=1` rewrites carets, fixes and cards of the others in place, and moves gaps
 * that are closed.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parseStory, renderStory } from "../support/annotated.ts";
import { failureText, runStory } from "../support/run-story.ts";

const folder = fileURLToPath(new URL(".", import.meta.url));
const updating = process.env.UPDATE === "1";
const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".md") && path.includes("/"))
  .sort();
const isPending = (path: string) => path.startsWith("pending/");

describe("drafts", () => {
  it.each(files.filter((path) => !isPending(path)))("%s", (path) => {
    const file = join(folder, path);
    const outcome = runStory(parseStory(readFileSync(file, "utf8")));
    if (updating) writeFileSync(file, renderStory(outcome.actual));
    else expect(failureText(outcome)).toBe("");
  });
});

describe("known gaps", () => {
  it.each(files.filter(isPending))("%s", (path) => {
    const file = join(folder, path);
    const text = readFileSync(file, "utf8");
    const home = path.replace("pending/", "");
    const isClosed = failureText(runStory(parseStory(text))) === "";
    if (updating && isClosed) move(file, join(folder, home), text);
    else expect(isClosed, `This works now: move it to test/drafts/${home}.`).toBe(false);
  });
});

function move(from: string, to: string, text: string): void {
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, text.replace(/^FIXME.*\n/m, ""));
  rmSync(from);
}
