/** Path patterns: what they match, what is refused, and that no pattern takes long. */
import { describe, expect, it } from "vitest";
import { covers, pathPattern, patternProblem } from "../../../server/src/service/config/pattern.ts";

describe("a pattern", () => {
  it.each([
    ["press", "press", true],
    ["press", "press/2024/a.pdf", true],
    ["./press/", "press/a.pdf", true],
    ["press", "pressroom/a.pdf", false],
    ["Press", "press/A.pdf", true],
    ["*.md", "brief.md", true],
    ["*.md", "notes/brief.md", false],
    ["**/*.md", "brief.md", true],
    ["**/*.md", "a/b/c/brief.md", true],
    ["reports/**/final/*.pdf", "reports/2024/may/final/x.pdf", true],
    ["reports/**/final/*.pdf", "reports/2024/draft/x.pdf", false],
    ["reports/**", "reports/2024/x.pdf", true],
    ["a/**/b/**/c.md", "a/x/b/y/b/z/c.md", true],
    ["brief-?.md", "brief-1.md", true],
    ["brief-?.md", "brief-12.md", false],
    ["brief-[0-9a].md", "brief-A.md", true],
    ["brief-[!0-9].md", "brief-7.md", false],
    ["*.{md,markdown}", "a.markdown", true],
    ["{drafts,notes/{old,new}}/*.md", "notes/new/a.md", true],
    ["{drafts,notes/{old,new}}/*.md", "notes/mid/a.md", false],
    ["odd {name}/a.md", "odd {name}/a.md", true],
    ["Reports (2024)/*.pdf", "reports (2024)/a.pdf", true],
    [".", "a/b.md", true],
    ["press\\2024\\*.md", "press/2024/a.md", true],
  ])("%j on %j: %j", (pattern, path, matches) => {
    expect(patternProblem(pattern, false)).toBeNull();
    expect(pathPattern(pattern).matches(path)).toBe(matches);
  });

  it("covers what lies in a folder that it matches", () => {
    expect(covers(pathPattern("**/archive"), "a/archive/2019/b.md")).toBe(true);
    expect(covers(pathPattern("**/archive"), "a/archives/b.md")).toBe(false);
  });

  it("says where to look for its files", () => {
    expect(pathPattern("reports/2024/**/*.pdf")).toMatchObject({ base: "reports/2024", isGlob: true });
    expect(pathPattern("*.pdf")).toMatchObject({ base: "", isGlob: true });
    expect(pathPattern("press/a.pdf")).toMatchObject({ base: "press/a.pdf", isGlob: false });
    expect(pathPattern("reports/2024/**/*.pdf").matchesBelow("q1/a.pdf")).toBe(true);
  });
});

describe("refused is", () => {
  it.each([
    ["../press", /leads out/],
    ["press/../../x", /leads out/],
    ["{press,..}/x.md", /leads out/],
    ["{.,a}./x.md", /leads out/],
    ["/etc/*.md", /leads out/],
    ["~/press", /leads out/],
    ["C:\\press", /leads out/],
    ["", /is empty/],
    ["!press", /exclude/],
    ["https://a.example/x.html", /save the page/],
    ["+(a|b).md", /only \*/],
    [`${"{a,b}".repeat(7)}.md`, /several lines/],
    ["a".repeat(501), /longer/],
  ])("%j", (pattern, problem) => expect(patternProblem(pattern, false)).toMatch(problem));

  it("nothing that leads out where the user named the file", () => {
    expect(patternProblem("../press", true)).toBeNull();
    expect(pathPattern("../press/*.md")).toMatchObject({ base: "../press" });
  });
});

it("takes no longer than the lengths of pattern and path", () => {
  const started = performance.now();
  expect(pathPattern(`${"*a".repeat(200)}b`).matches("a".repeat(4000))).toBe(false);
  expect(pathPattern(`${"**/a/".repeat(90)}b`).matches("a/".repeat(2000))).toBe(false);
  expect(patternProblem(`${"{a,b}".repeat(90)}`, false)).toMatch(/several lines/);
  expect(performance.now() - started).toBeLessThan(2000);
});
