import { afterEach, describe, expect, it } from "vitest";
import { Methods, type ReportResult } from "../../server/src/protocol.ts";
import { Editor } from "./support/editor.ts";

const open: Editor[] = [];
afterEach(async () => {
  for (const editor of open.splice(0)) await editor.close();
});

async function editorWith(files: Record<string, string>): Promise<Editor> {
  const editor = await Editor.open({ settings: { pause: 0 }, files });
  open.push(editor);
  return editor;
}

describe("claimcheck/report", () => {
  it("is a document on the draft as it stands in the editor", async () => {
    const editor = await editorWith({ "sources/a.md": "The harbour has 31 berths.\n" });
    const uri = await editor.openDraft("notes/draft.md", "# Ports\n\nThe harbour has 13 berths.\n");
    const ask = (format: string) =>
      editor.connection.sendRequest<ReportResult>(Methods.report, { uri, format });
    const page = await ask("html");
    expect(page.problem).toBeNull();
    expect(page.text).toMatch(/^<!DOCTYPE html>/);
    expect(page.text).toContain("<mark>13</mark>");
    const { text } = await ask("markdown");
    expect(text).toContain("# Claims report: Ports");
    expect(text).toContain("notes/draft.md");
  });

  it("says why there is none on a source", async () => {
    const editor = await editorWith({ "sources/a.md": "The harbour has 31 berths.\n" });
    const uri = await editor.openDraft("sources/a.md", "The harbour has 31 berths.\n");
    const result = await editor.connection.sendRequest<ReportResult>(Methods.report, { uri, format: "html" });
    expect(result).toEqual({
      text: null,
      problem: "This file is one of the sources, so it is not checked as a draft.",
    });
  });
});
