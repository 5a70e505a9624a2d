/**
 * Citing a source, from the command and from the quick fix.
 */
import { commands, workspace } from "vscode";
import { cardAt, equal, fileOf, goTo, openDraft, remove, save, until } from "./draft.ts";
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

  async "a key comes with its entry in the bibliography, and one undo takes both back"() {
    const bibliography = "@book{other, title = {Another book}}\n";
    await save("refs.bib", bibliography);
    const draft = `---\nbibliography: refs.bib\n---\n\n${DRAFT}`;
    const editor = await openDraft("keys.md", draft);
    const { document } = editor;
    await until(
      () => cardAt(document, "spring"),
      (card) => card.includes("Supported"),
    );
    goTo(editor, "spring");
    await commands.executeCommand("claimcheck.insertCitation");
    const key = /\[@([\w-]+)\]/.exec(document.getText())?.[1];
    const entries = await workspace.openTextDocument(fileOf("refs.bib"));
    equal(entries.getText().includes(`{${key},`), true);
    equal(entries.getText().includes("Harbour hearing"), true);
    await commands.executeCommand("undo");
    await until(
      () => [document.getText(), entries.getText()],
      (texts) => texts[0] === draft && texts[1] === bibliography,
    );
    await remove("refs.bib");
  },

  async "all footnotes become links and footnotes again"() {
    const editor = await openDraft("convert.md", DRAFT);
    const { document } = editor;
    await until(
      () => cardAt(document, "spring"),
      (card) => card.includes("Supported"),
    );
    await commands.executeCommand("claimcheck.insertAllCitations");
    const cited = document.getText();
    await commands.executeCommand("claimcheck.convertCitations", "link");
    equal(/\[\^/.test(document.getText()), false);
    equal(document.getText().includes("](sources/hearing.md"), true);
    await commands.executeCommand("claimcheck.convertCitations", "footnote");
    equal(document.getText(), cited);
  },
};
