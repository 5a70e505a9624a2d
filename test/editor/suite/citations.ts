/**
 * Citing a source, from the command and from the quick fix.
 */
import { commands } from "vscode";
import { cardAt, equal, goTo, openDraft, until } from "./draft.ts";
import type { Tests } from "./index.ts";

const DRAFT = `# Harbour note

The mayor, Ada Brandt, said: “The old bridge stays closed until the spring.”

Later she said: “All twelve cranes have been checked.”
`;

export const citationTests: Tests = {
  async "a source that is cited twice is defined once"() {
    const editor = await openDraft("cite.md", DRAFT);
    const { document } = editor;
    for (const words of ["spring", "checked"]) {
      await until(
        () => cardAt(document, words),
        (card) => card.includes("Supported"),
      );
      goTo(editor, words);
      await commands.executeCommand("claimcheck.insertCitation");
    }
    const text = document.getText();
    const references = text.match(/\[\^[^\]]+\](?!:)/g) ?? [];
    const definitions = text.match(/^\[\^[^\]]+\]:/gm) ?? [];
    equal([references.length, new Set(references).size, definitions.length], [2, 1, 1]);
    await commands.executeCommand("undo");
    await commands.executeCommand("undo");
    equal(document.getText(), DRAFT);
  },
};
