import { describe, expect, test } from "vitest";
import { cardOf } from "../../../server/src/sources/catalogue.ts";
import { frontMatterProblem } from "../../../server/src/sources/metadata.ts";
import { readMarkdown } from "../../../server/src/text/markdown.ts";

const source = (lines: string) => readMarkdown(`---\n${lines}\n---\n\nThe quay opened on 4 March 2024.\n`);

describe("the day of a source", () => {
  test.each(["published: 2024-03-04", "date: 2024-03-04T09:30", "published:", "title: Quay"])(
    "is fine or absent: %s",
    (lines) => expect(frontMatterProblem(source(lines).frontMatter)).toBeNull(),
  );

  test.each(["published: 2026-99-12", "published: May 2024", "date: 04/03/2024", "published: 2024"])(
    "cannot be read, and what to write is said: %s",
    (lines) => {
      const problem = frontMatterProblem(source(lines).frontMatter);
      expect(problem).toContain(`“${lines}”`);
      expect(problem).toContain("write it as 2024-05-31");
    },
  );

  test("need not be read where it is handed in", () => {
    const given = { uri: "a.md", published: "2024-03-04" };
    expect(cardOf(given, source("published: May 2024")).problem).toBeNull();
    expect(cardOf({ uri: "a.md" }, source("published: May 2024")).problem).not.toBeNull();
  });

  test("goes behind what keeps the front matter from being read at all", () => {
    expect(frontMatterProblem(source("published: [2024").frontMatter)).toContain("cannot be read: in line");
  });
});
