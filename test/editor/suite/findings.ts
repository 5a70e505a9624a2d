/**
 * A finding from the keystroke to the correction and back.
 */
import { commands, DiagnosticSeverity, Selection, TabInputWebview, window } from "vscode";
import {
  cardAt,
  equal,
  finding,
  findings,
  fixesAt,
  includes,
  openDraft,
  pick,
  saveSource,
  typeAfter,
  until,
} from "./draft.ts";
import type { Tests } from "./index.ts";

const HEAD = "# Harbour note\n\nThe mayor, Ada Brandt, opened the hearing. ";
const RIGHT = "“The old bridge stays closed until the spring,” said Ada Brandt.";
const WRONG = "“The old bridge stays closed until the summer,” said Ada Brandt.";
const misquoted = (found: string[]) => found.some((one) => one.startsWith("misquotation"));

export const findingTests: Tests = {
  async "a source that is saved into the folder counts at once"() {
    const { document } = await openDraft("first.md", `${HEAD}${WRONG}\n`);
    equal(misquoted(findings(document)), false);
    await saveSource();
    await until(() => findings(document), misquoted);
  },

  async "a faithful quotation stays quiet, a changed one is marked as it is typed"() {
    const { document } = await openDraft("typing.md", `${HEAD}${RIGHT}\n`);
    await until(
      () => fixesOrCard(document),
      (card) => card !== "",
    );
    equal(misquoted(findings(document)), false);
    const editor = await openDraft("typed.md", HEAD);
    await typeAfter(editor, "hearing. ", WRONG);
    await until(() => findings(editor.document), misquoted);
  },

  async "the card says what the source says and where"() {
    const { document } = await openDraft("card.md", `${HEAD}${WRONG}\n`);
    await until(() => findings(document), misquoted);
    const card = await cardAt(document, document.getText(finding(document, "misquotation").range));
    includes(card, "spring");
    includes(card, "Harbour hearing");
  },

  async "the claim at the cursor is explained on a page beside the draft"() {
    const editor = await openDraft("explained.md", `${HEAD}${WRONG}\n`);
    await until(() => findings(editor.document), misquoted);
    const { start } = finding(editor.document, "misquotation").range;
    editor.selection = new Selection(start, start);
    await commands.executeCommand("claimcheck.explainClaim");
    await commands.executeCommand("claimcheck.explainClaim");
    const pages = () =>
      window.tabGroups.all
        .flatMap((group) => group.tabs)
        .filter(
          ({ input }) =>
            input instanceof TabInputWebview && input.viewType.includes("claimcheck.explanation"),
        );
    await until(pages, (shown) => shown.length === 1);
    equal(window.activeTextEditor?.document.uri.toString(), editor.document.uri.toString());
    await window.tabGroups.close(pages());
  },

  async "a finding is a warning with a code that leads to its page"() {
    const { document } = await openDraft("code.md", `${HEAD}${WRONG}\n`);
    await until(() => findings(document), misquoted);
    const { code, severity, relatedInformation } = finding(document, "misquotation");
    equal(severity, DiagnosticSeverity.Warning);
    equal(typeof code === "object" && code.target.path.endsWith("/misquotation.md"), true);
    equal(relatedInformation?.[0]?.location.uri.path.endsWith("/sources/hearing.md"), true);
  },

  async "the first quick fix restores the source's words, and one undo takes it back"() {
    const { document } = await openDraft("fix.md", `${HEAD}${WRONG}\n`);
    await until(() => findings(document), misquoted);
    const fixes = await fixesAt(document, document.getText(finding(document, "misquotation").range));
    await pick(fixes[0]);
    equal(document.getText(), `${HEAD}${RIGHT}\n`);
    await until(
      () => misquoted(findings(document)),
      (still) => !still,
    );
    await commands.executeCommand("undo");
    equal(document.getText(), `${HEAD}${WRONG}\n`);
    await until(() => findings(document), misquoted);
  },

  async "Fix All corrects every finding in one step"() {
    const twice = `${HEAD}${WRONG}\n\nAda Brandt added: “All twelve cranes have been stopped.”\n`;
    const { document } = await openDraft("all.md", twice);
    await until(
      () => findings(document).filter((one) => one.startsWith("misquotation")).length,
      (count) => count === 2,
    );
    await commands.executeCommand("claimcheck.fixAll");
    equal(
      document.getText(),
      `${HEAD}${RIGHT}\n\nAda Brandt added: “All twelve cranes have been checked.”\n`,
    );
    await commands.executeCommand("undo");
    equal(document.getText(), twice);
  },
};

/** A supported claim shows nothing but its card, which tells that the draft has been checked. */
function fixesOrCard(document: Parameters<typeof cardAt>[0]): Promise<string> {
  return cardAt(document, "spring");
}
