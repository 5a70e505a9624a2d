/**
 * What a writer can change about the checking: its settings, and starting it anew.
 */
import { ConfigurationTarget, commands, DiagnosticSeverity, window, workspace } from "vscode";
import { equal, finding, findings, openDraft, until } from "./draft.ts";
import type { Tests } from "./index.ts";

const DRAFT =
  "# Harbour note\n\nThe mayor, Ada Brandt, said: “The old bridge stays closed until the summer.”\n";
const misquoted = (found: string[]) => found.some((one) => one.startsWith("misquotation"));

async function set(name: string, value: unknown): Promise<void> {
  await workspace.getConfiguration("claimcheck").update(name, value, ConfigurationTarget.Workspace);
}

export const serviceTests: Tests = {
  async "a severity that is set counts at once, and so does taking it back"() {
    const { document } = await openDraft("severity.md", DRAFT);
    await until(() => findings(document), misquoted);
    await set("severity.contradicted", "error");
    await until(
      () => finding(document, "misquotation").severity,
      (severity) => severity === DiagnosticSeverity.Error,
    );
    await set("severity.contradicted", undefined);
    await until(
      () => finding(document, "misquotation").severity,
      (severity) => severity === DiagnosticSeverity.Warning,
    );
  },

  async "a restart brings every finding back"() {
    const { document } = await openDraft("restart.md", DRAFT);
    const before = await until(() => findings(document), misquoted);
    await commands.executeCommand("claimcheck.restart");
    const after = await until(() => findings(document), misquoted);
    equal(after, before);
  },

  async "the walk from finding to finding goes round"() {
    const { document, selection } = await openDraft("walk.md", DRAFT);
    await until(() => findings(document), misquoted);
    equal(selection.active.line, 0);
    const start = finding(document, "misquotation").range.start;
    for (const command of ["nextFinding", "nextFinding", "previousFinding"]) {
      await commands.executeCommand(`claimcheck.${command}`);
      equal(window.activeTextEditor?.selection.active, start);
    }
  },
};
