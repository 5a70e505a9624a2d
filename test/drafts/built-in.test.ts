/**
 * The built-in sheets, fact by fact: some draft of `prague` tells each wrong and is told so, and some silent one tells it
 * right and is found to. What is pending does not count.
 */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { builtinSources } from "../../server/src/sources/builtin.ts";
import { parseStory } from "../support/annotated.ts";
import { evidenceOf } from "../support/run-story.ts";

const folder = fileURLToPath(new URL("prague/", import.meta.url));
const stories = readdirSync(folder).map((name) => parseStory(readFileSync(folder + name, "utf8")));

/** Each fact with its place, as evidence names it. */
const facts = builtinSources.flatMap(({ uri, text }) =>
  text
    .split("\n")
    .map((line, at) => ({ line, place: `${uri}:${at + 1}` }))
    .filter(({ line }) => line.startsWith("- ")),
);

describe("every fact of the built-in sheets", () => {
  it.each([
    { told: "wrong", verdict: "contradicted" },
    { told: "right", verdict: "supported" },
  ] as const)("is told $told once", ({ told, verdict }) => {
    const telling = stories.filter(
      ({ expectations }) => expectations.some(({ level }) => level === "warn") === (told === "wrong"),
    );
    const found = new Set(telling.flatMap((story) => evidenceOf(story, verdict)));
    expect(facts.length).toBeGreaterThan(20);
    expect(facts.filter(({ place }) => !found.has(place)).map(({ line }) => line)).toEqual([]);
  });
});
