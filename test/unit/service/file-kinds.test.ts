/**
 * Which files count as drafts and sources: one list, which the explorer's menu in the manifest keeps to.
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  DRAFT_FILES,
  isDocument,
  isSourceName,
  SOURCE_ENDINGS,
  SOURCE_FILES,
} from "../../../server/src/service/file-kinds.ts";

describe("kinds of files", () => {
  it("are told by the ending, whatever its case", () => {
    for (const ending of SOURCE_ENDINGS) {
      expect(isSourceName(`press/a.${ending}`)).toBe(true);
      expect(isSourceName(`press/a.${ending.toUpperCase()}`)).toBe(true);
    }
    for (const name of ["a.doc", "a.md.bak", "md", "pdf/a", "a.xml"]) expect(isSourceName(name)).toBe(false);
    expect(["a.md", "a.txt", "a.htm", "a.PDF", "a.docx"].filter(isDocument)).toEqual([
      "a.htm",
      "a.PDF",
      "a.docx",
    ]);
    expect(DRAFT_FILES).toBe("**/*.{md,markdown}");
    expect(SOURCE_FILES).toBe("**/*.{md,markdown,txt,html,htm,xhtml,pdf,docx}");
  });

  it("are those from which the explorer's menu makes a fact sheet", () => {
    const manifest = JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8"));
    const [{ when }] = manifest.contributes.menus["explorer/context"];
    expect(/\(([^)]+)\)\$\/i$/.exec(when)?.[1]?.split("|")).toEqual(SOURCE_ENDINGS);
  });
});
