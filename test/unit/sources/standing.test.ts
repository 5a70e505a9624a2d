/**
 * Which source replaces which: as declared from either end, by file, title or address, and never in a circle.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSource } from "../../../server/src/sources/read-source.ts";
import { ranksBefore, readStandings, standingOf } from "../../../server/src/sources/standing.ts";
import type { SourceStanding } from "../../../server/src/sources/types.ts";
import { createSentenceCache } from "../../../server/src/statements/read.ts";

const cache = createSentenceCache();

function source(uri: string, standing: SourceStanding = {}, more: { title?: string; url?: string } = {}) {
  return readSource({ uri, text: "Rain fell.", standing, ...more }, "2024-05-01", cache);
}

describe("standings", () => {
  it.each([
    ["press/old.md"],
    ["old.md"],
    ["./old.md"],
    ["OLD"],
    ["The old release"],
    ["https://example.org/old/"],
  ])("finds the source that is meant by %s", (name) => {
    const old = source(
      "file:///w/press/old.md",
      {},
      { title: "The old release", url: "https://example.org/old" },
    );
    const newer = source("file:///w/press/new.md", { supersedes: [name] });
    const standings = readStandings([old, newer]);
    expect(standings.supersedes(newer, old)).toBe(true);
    expect([...standings.superseded]).toEqual([old]);
  });

  it("takes the nearer match: a file before a title", () => {
    const file = source("b.md");
    const titled = source("c.md", {}, { title: "b.md" });
    const standings = readStandings([file, titled, source("d.md", { supersedes: ["b.md"] })]);
    expect([...standings.superseded]).toEqual([file]);
  });

  it("goes through others", () => {
    const [a, b, c] = [
      source("a.md", { supersededBy: ["b.md"] }),
      source("b.md"),
      source("c.md", { supersedes: ["b"] }),
    ];
    expect(readStandings([a, b, c]).supersedes(c, a)).toBe(true);
  });

  it("never has two sources replace one another", () => {
    const names = ["a", "b", "c", "d"];
    const declared = fc.array(
      fc.record({ supersedes: fc.subarray(names), supersededBy: fc.subarray(names) }),
      {
        minLength: names.length,
        maxLength: names.length,
      },
    );
    fc.assert(
      fc.property(declared, (list) => {
        const sources = list.map((standing, at) => source(`${names[at]}.md`, standing));
        const { supersedes } = readStandings(sources);
        for (const one of sources)
          for (const other of sources) expect(supersedes(one, other) && supersedes(other, one)).toBe(false);
      }),
    );
  });

  it("reads front matter, and passes over what makes no sense", () => {
    expect(standingOf({ rank: 2, supersedes: "a.md", "superseded-by": ["b.md", 3] })).toEqual({
      rank: 2,
      supersedes: ["a.md"],
      supersededBy: ["b.md"],
    });
    expect(standingOf({ rank: "first", supersedes: null })).toEqual({});
  });

  it("has a source without a rank come last", () => {
    const [first, second, none] = [source("a.md", { rank: 1 }), source("b.md", { rank: 2 }), source("c.md")];
    expect([ranksBefore(first, second), ranksBefore(second, none), ranksBefore(none, first)]).toEqual([
      true,
      true,
      false,
    ]);
  });
});
