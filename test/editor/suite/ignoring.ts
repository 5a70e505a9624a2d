/**
 * Putting a finding aside with a reason: by a comment in the draft, or in the file beside the drafts.
 */
import { commands } from "vscode";
import { equal, findings, fixesAt, goTo, includes, openDraft, remove, textOf, until } from "./draft.ts";
import type { Tests } from "./index.ts";

const DRAFT =
  "# Harbour note\n\nThe mayor, Ada Brandt, said: “The old bridge stays closed until the summer.”\n";
const BASELINE = "claimcheck-baseline.txt";
const misquoted = (found: string[]) => found.some((one) => one.startsWith("misquotation"));

export const ignoreTests: Tests = {
  async "a finding that is ignored with a reason is gone, and undo brings it back"() {
    const editor = await openDraft("ignore.md", DRAFT);
    const { document } = editor;
    await until(() => findings(document), misquoted);
    goTo(editor, "summer");
    await commands.executeCommand("claimcheck.ignoreClaim", undefined, "her own slip of the tongue");
    includes(document.getText(), "<!-- claimcheck-ignore misquotation: her own slip of the tongue -->");
    await until(
      () => misquoted(findings(document)),
      (still) => !still,
    );
    await commands.executeCommand("undo");
    equal(document.getText(), DRAFT);
    await until(() => findings(document), misquoted);
  },

  async "a finding that is accepted stands in the file beside the drafts, and is told again without its line"() {
    const editor = await openDraft("accept.md", DRAFT);
    const { document } = editor;
    await until(() => findings(document), misquoted);
    goTo(editor, "summer");
    await commands.executeCommand("claimcheck.acceptClaim", undefined, "the mayor confirmed it");
    await until(
      () => misquoted(findings(document)),
      (still) => !still,
    );
    equal(document.getText(), DRAFT);
    const line = (await textOf(BASELINE))
      .split("\n")
      .find((one) => one.startsWith("accept.md | misquotation |"));
    includes(line ?? "", "| the mayor confirmed it");
    // Of a file that comes and goes within a moment the editor's watcher tells nothing.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await remove(BASELINE);
    await until(() => findings(document), misquoted);
  },

  async "the quick fix to ignore comes after the correction"() {
    const { document } = await openDraft("order.md", DRAFT);
    await until(() => findings(document), misquoted);
    const titles = (await fixesAt(document, "summer")).map(({ title }) => title);
    const at = titles.findIndex((title) => /ignore/i.test(title));
    if (at < 1) throw new Error(`The order is ${JSON.stringify(titles)}`);
  },
};
