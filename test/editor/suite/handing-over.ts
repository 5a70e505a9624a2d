/**
 * What is made of a draft and of a source to hand on: a report, and a fact sheet.
 */
import { commands, TabInputWebview, window, workspace } from "vscode";
import { cardAt, equal, fileOf, findings, includes, openDraft, remove, textOf, until } from "./draft.ts";
import type { Tests } from "./index.ts";

const DRAFT =
  "# Harbour note\n\nThe mayor, Ada Brandt, said: “The old bridge stays closed until the summer.”\n";
const misquoted = (found: string[]) => found.some((one) => one.startsWith("misquotation"));

function reportTabs() {
  return window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof TabInputWebview && input.viewType.endsWith("claimcheck.report"));
}

export const handingOverTests: Tests = {
  async "the report opens beside the draft, and is saved in the form that its name says"() {
    const { document } = await openDraft("report.md", DRAFT);
    await until(() => findings(document), misquoted);
    await commands.executeCommand("claimcheck.createReport");
    const [tab] = await until(reportTabs, (tabs) => tabs.length === 1 && tabs[0]!.isActive);
    equal(tab?.label, "Claims: report.md");
    await commands.executeCommand("claimcheck.saveReport", fileOf("report-claims.html"));
    includes(await textOf("report-claims.html"), "<h1>Harbour note</h1>");
    await commands.executeCommand("claimcheck.saveReport", fileOf("report-claims.md"));
    includes(await textOf("report-claims.md"), "## Facts not used (3)");
    await window.tabGroups.close(reportTabs());
    await remove("report-claims.html");
    await remove("report-claims.md");
  },

  async "a fact sheet of a source opens unsaved; once saved its facts have a card"() {
    await openDraft("sheet.md", DRAFT);
    await commands.executeCommand("claimcheck.createFactSheet", fileOf("sources/hearing.md"));
    const sheet = window.activeTextEditor?.document;
    if (!sheet) throw new Error("No fact sheet was opened.");
    equal([sheet.isUntitled, sheet.languageId], [true, "markdown"]);
    includes(sheet.getText(), "- The hearing opens on 4 March 2024 and lasts two days.");
    const text = sheet.getText();
    await sheet.save();
    equal(await textOf("sources/hearing-facts.md"), text);
    const saved = await workspace.openTextDocument(fileOf("sources/hearing-facts.md"));
    await window.showTextDocument(saved);
    await until(
      () => cardAt(saved, "The hearing opens"),
      (card) => card.includes("The source says so"),
    );
    await commands.executeCommand("workbench.action.closeActiveEditor");
    await remove("sources/hearing-facts.md");
  },
};
