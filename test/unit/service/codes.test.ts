import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { CODE_LIST, codePage, isCode } from "../../../server/src/service/codes.ts";

it("has a page for each code, in step with the data", () => {
  const script = new URL("../../../scripts/docs.mjs", import.meta.url).pathname;
  execFileSync(process.execPath, ["--import", "tsx", script, "--check"], { stdio: "pipe" });
});

it("lists each code once, with words in every part", () => {
  expect(new Set(CODE_LIST.map((page) => page.code)).size).toBe(CODE_LIST.length);
  expect(CODE_LIST).toHaveLength(20);
  for (const page of CODE_LIST) {
    expect(isCode(page.code)).toBe(true);
    expect(codePage(page.code)).toMatch(/^https:\/\/.*\/docs\/codes\/[a-z-]+\.md$/);
    expect(page.title).not.toMatch(/\.$/);
    for (const part of [page.meaning, page.silent, page.todo, page.example.draft])
      expect(part.length).toBeGreaterThan(10);
  }
});
