/** The cache of readings on disk: what it gives back, when it does not, and that nothing in it can do harm. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readCachedSource } from "../../../server/src/node/cache/cached-source.ts";
import { ReadingCache } from "../../../server/src/node/cache/reading-cache.ts";

let folder = "";
let file = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "claimcheck-cache-"));
  file = join(folder, "a.html");
  writeFileSync(file, page("31"));
});
afterEach(() => rmSync(folder, { recursive: true, maxRetries: 5 }));

function page(berths: string): string {
  return `<html><head><title>Ports</title></head><body><article><h1>Ports</h1><p>The harbour has ${berths} berths.</p></article></body></html>`;
}
const place = () => join(folder, "cache");
const cacheOf = (program = "1", most?: number) =>
  new ReadingCache(place(), { program, ...(most ? { most } : {}) });
const entries = () => readdirSync(place()).filter((name) => name.endsWith(".json"));

/** Reads the file with a cache that is new to this process, and keeps a card where it is asked for one. */
async function read(program = "1", limits = {}) {
  const cache = cacheOf(program);
  const { text, title, card, keepCard } = await readCachedSource<string>(cache, file, limits).then(
    (found) => ({
      ...found,
      title: found.metadata.title,
    }),
  );
  keepCard?.("card of old");
  await cache.settled();
  return { text, title, card };
}

describe("a source that was read before", () => {
  it("comes back with its metadata and what the engine knew of it", async () => {
    const first = await read();
    expect(first).toMatchObject({ title: "Ports", card: undefined });
    expect(await read()).toEqual({ ...first, card: "card of old" });
  });

  it("comes back when it was only touched", async () => {
    await read();
    utimesSync(file, new Date(), new Date(Date.now() + 5000));
    expect((await read()).card).toBe("card of old");
  });

  it("is read anew when it changed, even within the same length and second", async () => {
    await read();
    const { atime, mtime } = statSync(file);
    writeFileSync(file, page("13"));
    utimesSync(file, atime, new Date(mtime.getTime() + 1));
    const second = await read();
    expect(second.text).toContain("13 berths");
    expect(second.card).toBeUndefined();
  });

  it("is read anew by another version, or with other limits", async () => {
    await read();
    expect((await read("2")).card).toBeUndefined();
    expect((await read("2", { textBytes: 999 })).card).toBeUndefined();
  });

  it("is not kept where it could not be read for now", async () => {
    const cache = cacheOf();
    const { state } = await readCachedSource(cache, join(folder, "none.pdf"), {});
    await cache.settled();
    expect(state).toBe("not-found");
    expect(readdirSync(folder)).toEqual(["a.html"]);
  });
});

describe("a damaged cache", () => {
  it("is as good as none, whatever stands in it", async () => {
    const first = await read();
    const entry = join(place(), entries()[0]!);
    const whole = readFileSync(entry);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length - 1),
        fc.oneof(fc.constant("cut"), fc.constant("flip"), fc.constant("zero")),
        async (at, how) => {
          const bytes = Buffer.from(whole);
          if (how === "flip") bytes[at] = bytes[at]! ^ 0x15;
          if (how === "zero") bytes.fill(0, at);
          writeFileSync(entry, how === "cut" ? bytes.subarray(0, at) : bytes);
          expect((await readCachedSource(cacheOf(), file, {})).text).toBe(first.text);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("is never in the way where its folder cannot be made", async () => {
    writeFileSync(place(), "a file, not a folder");
    expect((await read()).text).toContain("31 berths");
  });
});

it("stays below its size, the oldest going first", async () => {
  const cache = cacheOf("1", 20_000);
  for (let at = 0; at < 40; at++) {
    const path = join(folder, `${at}.md`);
    writeFileSync(path, "The quay cost 31 million euros. ".repeat(40));
    const { keepCard } = await readCachedSource<string>(cache, path, {});
    keepCard?.("card");
    await cache.settled();
  }
  const next = cacheOf("1", 20_000);
  next.keep(
    { path: join(folder, "1.md"), size: 1280, modified: statSync(join(folder, "1.md")).mtimeMs, terms: "" },
    "last",
  );
  await next.settled();
  const sizes = entries().map((name) => statSync(join(place(), name)).size);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(20_000);
  expect(sizes.length).toBeGreaterThan(5);
});
