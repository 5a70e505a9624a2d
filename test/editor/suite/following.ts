/**
 * Drafts that follow their sources: whole folders that are renamed, in the editor and behind its back, and a passage that
 * changes under a claim.
 */
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ConfigurationTarget, commands, WorkspaceEdit, workspace } from "vscode";
import { fileOf, findings, openDraft, remove, save, until } from "./draft.ts";
import type { Tests } from "./index.ts";

const QUAY = "# Quay\n\nThe new quay cost 31 million euros. It was opened on 4 March 2024.\n";
const mistaken = (found: string[]) => found.some((one) => one.startsWith("quantity-mismatch"));
const right = (found: string[]) => !mistaken(found);
const stale = (found: string[]) => found.some((one) => one.startsWith("stale"));

/** A file that is written again right after it was made is one event to the editor's watcher, and the change is not told. */
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 2000));

/** Renames a folder of sources there and back again, while a draft that rests on it is open. */
async function thereAndBack(name: string, move: (from: string, to: string) => Promise<void>): Promise<void> {
  await save("references/quays/quay.md", QUAY);
  const { document } = await openDraft(name, "# Note\n\nThe new quay cost 33 million euros.\n");
  await until(() => findings(document), mistaken);
  await move("references", "set-aside");
  await until(() => findings(document), right);
  await move("set-aside", "references");
  await until(() => findings(document), mistaken);
  await move("references/quays", "quays");
  await until(() => findings(document), right);
  await move("quays", "references/quays");
  await until(() => findings(document), mistaken);
  await remove("references");
  await until(() => findings(document), right);
}

async function setSources(folders: string[] | undefined): Promise<void> {
  await workspace.getConfiguration("claimcheck").update("sources", folders, ConfigurationTarget.Workspace);
}

export const followingTests: Tests = {
  async "a folder of sources that is renamed in the editor is followed by open drafts"() {
    await thereAndBack("renamed.md", async (from, to) => {
      const edit = new WorkspaceEdit();
      edit.renameFile(fileOf(from), fileOf(to));
      if (!(await workspace.applyEdit(edit))) throw new Error(`${from} was not renamed`);
    });
  },

  async "so is one that is renamed by another program"() {
    await thereAndBack("moved.md", (from, to) => rename(fileOf(from).fsPath, fileOf(to).fsPath));
  },

  async "so is one outside the workspace that the settings name"() {
    const outside = await mkdtemp(join(tmpdir(), "claimcheck-outside-"));
    const folder = join(outside, "press");
    await mkdir(folder);
    await writeFile(join(folder, "quay.md"), QUAY);
    await setSources([folder]);
    const { document } = await openDraft("outside.md", "# Note\n\nThe new quay cost 33 million euros.\n");
    await until(() => findings(document), mistaken);
    await rename(folder, join(outside, "old"));
    await until(() => findings(document), right);
    await rename(join(outside, "old"), folder);
    await until(() => findings(document), mistaken);
    await rm(folder, { recursive: true });
    await until(() => findings(document), right);
    await setSources(undefined);
    await rm(outside, { recursive: true });
  },

  async "a claim whose source has changed is marked, after a restart too"() {
    await save("sources/quay.md", QUAY);
    const draft = "# Note\n\nThe new quay cost 31 million euros. It was opened on 5 March 2024.\n";
    const { document } = await openDraft("stale.md", draft);
    await until(
      () => findings(document),
      (found) => found.some((one) => one.startsWith("date-mismatch")),
    );
    await aMoment();
    await save("sources/quay.md", QUAY.replace("The new quay cost", "By then the new quay had cost"));
    await until(() => findings(document), stale);
    await commands.executeCommand("claimcheck.restart");
    await until(() => findings(document), stale);
    await commands.executeCommand("claimcheck.checkDraft");
    await until(
      () => findings(document),
      (found) => !stale(found),
    );
    await remove("sources/quay.md");
  },
};
