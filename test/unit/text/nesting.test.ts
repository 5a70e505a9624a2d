import { describe, expect, it } from "vitest";
import { readFrontMatter } from "../../../server/src/text/front-matter.ts";
import { isDeeplyNested } from "../../../server/src/text/nesting.ts";

describe("YAML that would end the program", () => {
  it.each([
    ["open lists", "[".repeat(60_000)],
    ["open maps", "a: {b: ".repeat(2_000)],
    ["keys in keys", "? ".repeat(10_000)],
    ["lists over many lines", "[\n".repeat(2_000)],
  ])("is not read: %s", (_, yaml) => {
    expect(isDeeplyNested(yaml)).toBe(true);
    // The second time is the dangerous one.
    for (let time = 0; time < 5; time++)
      expect(readFrontMatter(`---\n${yaml.slice(0, 60_000)}\n---\n`).data).toEqual({});
  });

  it("is not turned into values where it refers to itself again and again", () => {
    const lines = Array.from({ length: 2500 }, (_, at) => `k${at + 1}: &a${at + 1} [*a${at}]\n`);
    const yaml = `---\nk: &a0 x\n${lines.join("")}---\n`;
    const began = performance.now();
    expect(readFrontMatter(yaml)).toMatchObject({ data: {}, problem: expect.stringContaining("too often") });
    expect(performance.now() - began).toBeLessThan(5000);
    expect(readFrontMatter("---\na: &a [x]\nb: *a\n---\n").data).toEqual({ a: ["x"], b: ["x"] });
  });

  it.each(["a: [1, [2, {b: 3}]]\n", `a:\n${"- [x]\n".repeat(5_000)}`, "title: Is it so? Yes: see [1]\n"])(
    "is none of %.20j",
    (yaml) => expect(isDeeplyNested(yaml)).toBe(false),
  );
});
