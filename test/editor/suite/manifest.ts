/**
 * The manifest's promises: everything that it names is there once a draft is open.
 */
import { commands, extensions, workspace } from "vscode";
import { equal, findings, openDraft, until } from "./draft.ts";
import type { Tests } from "./index.ts";

function extension() {
  const found = extensions.all.find((one) => one.id.toLowerCase() === "claimcheck.claimcheck");
  if (!found) throw new Error("The extension is not installed.");
  return found;
}

export const manifestTests: Tests = {
  async "opening a Markdown file starts the extension"() {
    await openDraft("start.md", "# Nothing to check\n");
    await until(
      () => extension().isActive,
      (isActive) => isActive,
    );
  },

  async "every command of the palette is registered"() {
    const registered = new Set(await commands.getCommands(true));
    const named: { command: string }[] = extension().packageJSON.contributes.commands;
    equal(
      named.map(({ command }) => command).filter((command) => !registered.has(command)),
      [],
    );
  },

  async "the sample draft opens with findings in it"() {
    await commands.executeCommand("claimcheck.openSample");
    const document = await until(
      () => workspace.textDocuments.find((one) => one.fileName.endsWith("prague-briefing.md")),
      (one) => one !== undefined,
    );
    if (document)
      await until(
        () => findings(document).length,
        (count) => count > 0,
      );
  },
};
