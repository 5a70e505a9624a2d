/** What is kept on disk of drafts: it comes back, within its bounds, and nothing in the folder can do harm. */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DraftRecords, type RecordOptions } from "../../../server/src/node/cache/draft-records.ts";
import { ReadingCache } from "../../../server/src/node/cache/reading-cache.ts";

let root = "";
let folder = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "claimcheck-records-"));
  folder = join(root, "cache", "drafts");
});
afterEach(() => rmSync(root, { recursive: true, maxRetries: 5 }));

const DRAFT = "file:///briefs/a.md";
const recordsOf = (options: Partial<RecordOptions> = {}) =>
  new DraftRecords(folder, { program: "1", ...options });
const files = () => readdirSync(folder).map((name) => join(folder, name));

async function keep(value: unknown, draft = DRAFT, options: Partial<RecordOptions> = {}): Promise<void> {
  const records = recordsOf(options);
  records.keep(draft, value);
  await records.settled();
}

describe("what is kept of a draft", () => {
  it("comes back in a later session, by the draft", async () => {
    expect(await recordsOf().find(DRAFT)).toBeNull();
    await keep({ a: [1, "é"] });
    await keep({ b: 2 }, "file:///briefs/b.md");
    expect(await recordsOf().find(DRAFT)).toEqual({ value: { a: [1, "é"] }, isOwn: true });
    expect(await recordsOf().find("file:///briefs/c.md")).toBeNull();
  });

  it("tells whether this program kept it", async () => {
    await keep({ a: 1 });
    expect(await recordsOf({ program: "2" }).find(DRAFT)).toEqual({ value: { a: 1 }, isOwn: false });
  });

  it("is replaced, and taken away where there is nothing to keep", async () => {
    await keep({ a: 1 });
    await keep({ a: 2 });
    expect((await recordsOf().find(DRAFT))?.value).toEqual({ a: 2 });
    expect(files()).toHaveLength(1);
    await keep(null);
    expect(files()).toEqual([]);
  });

  it("is written once while it stays the same", async () => {
    await keep({ a: 1 });
    const [file] = files();
    const records = recordsOf();
    await records.find(DRAFT);
    const { ino } = statSync(file!);
    records.keep(DRAFT, { a: 1 });
    await records.settled();
    expect(statSync(file!).ino).toBe(ino);
    records.keep(DRAFT, { a: 3 });
    await records.settled();
    expect(statSync(file!).ino).not.toBe(ino);
  });

  it("is for this user only", async () => {
    await keep({ a: 1 });
    if (process.platform === "win32") return;
    expect(statSync(folder).mode & 0o077).toBe(0);
    expect(statSync(files()[0]!).mode & 0o077).toBe(0);
  });
});

describe("a folder of records", () => {
  it("loses what no draft has asked for in a long time", async () => {
    await keep({ a: 1 }, "file:///old.md");
    await keep({ a: 1 }, "file:///used.md");
    const year = new Date(Date.now() - 365 * 86_400_000);
    for (const file of files()) utimesSync(file, year, year);
    expect(await recordsOf().find("file:///used.md")).not.toBeNull();
    await keep({ a: 1 });
    expect(await recordsOf().find("file:///used.md")).not.toBeNull();
    expect(await recordsOf().find("file:///old.md")).toBeNull();
  });

  it("stays below its size, the oldest going first, and takes nothing huge", async () => {
    const value = "x".repeat(900);
    for (let at = 0; at < 40; at++) await keep(value, `file:///${at}.md`, { most: 20_000 });
    const sizes = files().map((file) => statSync(file).size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(20_000);
    expect(sizes.length).toBeGreaterThan(5);
    expect(await recordsOf().find("file:///39.md")).not.toBeNull();
    await keep(value, "file:///39.md", { largest: 500 });
    expect(await recordsOf().find("file:///39.md")).toBeNull();
  });

  it("is left alone by the readings of sources beside it", async () => {
    await keep({ a: 1 });
    const cache = new ReadingCache(join(root, "cache"), { program: "1", most: 1 });
    const path = join(root, "a.md");
    writeFileSync(path, "x");
    cache.keep({ path, size: 1, modified: statSync(path).mtimeMs, terms: "" }, "y".repeat(99));
    await cache.settled();
    expect(readdirSync(join(root, "cache"))).toEqual(["drafts"]);
    expect(await recordsOf().find(DRAFT)).not.toBeNull();
  });

  it("is as good as none where a file is damaged or somebody else's", async () => {
    await keep({ a: [1, 2, 3], text: "The quay cost 31 million euros." });
    const [file] = files();
    const whole = readFileSync(file!);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.boolean(), async (at, isCut) => {
        const bytes = Buffer.from(whole);
        bytes[at] = bytes[at]! ^ 0x15;
        writeFileSync(file!, isCut ? bytes.subarray(0, at) : bytes);
        expect(await recordsOf().find(DRAFT)).toBeNull();
      }),
      { numRuns: 60 },
    );
    await keep({ a: 1 }, "file:///b.md");
    writeFileSync(file!, readFileSync(files().find((one) => one !== file)!));
    expect(await recordsOf().find(DRAFT)).toBeNull();
  });

  it("is never in the way where it cannot be made", async () => {
    mkdirSync(join(root, "cache"));
    writeFileSync(folder, "a file, not a folder");
    await keep({ a: 1 });
    expect(await recordsOf().find(DRAFT)).toBeNull();
  });
});
