/** A library of many sources: what counts for which draft, and what of it is read at all. */
import { describe, expect, it } from "vitest";
import { createChecker } from "../../../server/src/library.ts";
import { SMALL_LIBRARY } from "../../../server/src/service/desks.ts";
import type { Checker, SourceSet } from "../../../server/src/service/types.ts";

const PORTS = ["Trieste", "Koper", "Rijeka", "Ancona", "Bari", "Durres", "Split", "Patras"];

function harbour(port: string, berths: number): string {
  return `# The harbour of ${port}\n\nThe harbour of ${port} has ${berths} berths and was opened in 1857.\n`;
}

/** Prose that states nothing of harbours, as long as a large library. */
function padding(at: number): string {
  const sentence = `Clerk number ${at} walked to the office, and nobody wrote down why the kettle whistled. `;
  return `# Diary ${at}\n\n${sentence.repeat(1200)}\n`;
}

function largeLibrary(): Checker {
  const checker = createChecker({ builtin: false });
  PORTS.forEach((port, at) => {
    checker.setSource({ uri: `ports/${port}.md`, text: harbour(port, 20 + at) });
  });
  const diaries = Array.from({ length: 12 }, (_, at) => padding(at));
  for (const [at, text] of diaries.entries()) checker.setSource({ uri: `diaries/${at}.md`, text });
  expect(diaries.join("").length).toBeGreaterThan(SMALL_LIBRARY);
  return checker;
}

function readOnes(checker: Checker): string[] {
  return checker.sources().flatMap(({ uri, values }) => (values === null ? [] : [uri]));
}

function verdicts(checker: Checker, text: string, sources?: SourceSet): string[] {
  const draft = { uri: "brief.md", text, date: "2024-05-01", ...(sources ? { sources } : {}) };
  return checker.check(draft).claims.map(({ kind, verdict, text: words }) => `${kind} ${words} ${verdict}`);
}

describe("a large library", () => {
  it("is known at once and read only where a draft leans on it", () => {
    const checker = largeLibrary();
    expect(checker.sources()).toHaveLength(20);
    expect(checker.sources()[0]).toMatchObject({
      title: "The harbour of Trieste",
      statements: 2,
      values: null,
    });
    expect(readOnes(checker)).toEqual([]);
    expect(verdicts(checker, "The harbour of Ancona has 32 berths.\n")).toContain("quantity 32 contradicted");
    expect(readOnes(checker)).toContain("ports/Ancona.md");
    expect(readOnes(checker).filter((uri) => uri.startsWith("diaries"))).toEqual([]);
  });

  it("gains what an edit speaks of, and keeps what it had", () => {
    const checker = largeLibrary();
    const first = "The harbour of Ancona has 32 berths.\n";
    verdicts(checker, first);
    const both = verdicts(checker, `${first}\nThe harbour of Patras has 27 berths.\n`);
    expect(both).toEqual(expect.arrayContaining(["quantity 32 contradicted", "quantity 27 supported"]));
  });

  it("follows a source that changes or goes", () => {
    const checker = largeLibrary();
    const text = "The harbour of Bari has 24 berths.\n";
    expect(verdicts(checker, text)).toContain("quantity 24 supported");
    checker.setSource({ uri: "ports/Bari.md", text: harbour("Bari", 40) });
    expect(verdicts(checker, text)).toContain("quantity 24 contradicted");
    checker.removeSource("ports/Bari.md");
    expect(
      checker.check({ uri: "brief.md", text }).claims.flatMap(({ evidence }) => evidence),
    ).not.toContainEqual(expect.objectContaining({ source: "ports/Bari.md" }));
  });

  it("reads what the draft names itself, whatever its words", () => {
    const checker = largeLibrary();
    const uris = checker.sources().map(({ uri }) => uri);
    verdicts(checker, "Nothing much.\n", { key: "w", uris, named: ["diaries/3.md"] });
    expect(readOnes(checker)).toEqual(["diaries/3.md"]);
  });

  it("is the same from its cards", () => {
    const before = largeLibrary();
    const after = createChecker({ builtin: false });
    for (const { uri } of before.sources()) {
      const card = JSON.parse(JSON.stringify(before.card(uri)));
      after.setSource({ uri, text: before.sourceText(uri)! }, card);
    }
    expect(after.sources()).toEqual(before.sources());
    const text = "The harbour of Split has 62 berths, and that of Koper opened in 1875.\n";
    expect(verdicts(after, text)).toEqual(verdicts(before, text));
  });
});

describe("a set of sources", () => {
  const checker = createChecker({ builtin: false });
  checker.setSource({ uri: "north.md", text: harbour("Trieste", 20) });
  checker.setSource({ uri: "south.md", text: harbour("Trieste", 31) });
  const text = "The harbour of Trieste has 31 berths.\n";

  it("counts for the draft that it is handed in with, and for no other", () => {
    expect(verdicts(checker, text, { key: "n", uris: ["north.md"] })).toContain("quantity 31 contradicted");
    expect(verdicts(checker, text, { key: "s", uris: ["south.md"] })).toContain("quantity 31 supported");
    expect(verdicts(checker, text, { key: "none", uris: [] })).not.toContain("quantity 31 supported");
  });

  it("may change under its name", () => {
    expect(verdicts(checker, text, { key: "x", uris: ["north.md"] })).toContain("quantity 31 contradicted");
    expect(verdicts(checker, text, { key: "x", uris: ["south.md"] })).toContain("quantity 31 supported");
  });

  it("lets the built-in sheets stand in where it is empty", () => {
    const withSheets = createChecker();
    withSheets.setSource({ uri: "north.md", text: harbour("Trieste", 20) });
    const facts = "The Prague 5G Security Conference took place in 2016.\n";
    withSheets.check({ uri: "a.md", text: facts });
    expect(withSheets.sources().map(({ builtin }) => builtin)).toEqual([false]);
    withSheets.check({ uri: "b.md", text: facts, sources: { key: "empty", uris: [] } });
    expect(withSheets.sources().some(({ builtin }) => builtin)).toBe(true);
  });
});
