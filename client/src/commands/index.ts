/**
 * The commands of the palette, each in its own file. Knows their names only.
 */
import { commands, Disposable } from "vscode";
import { ACCEPT_COMMAND, IGNORE_COMMAND } from "../../../server/src/protocol.ts";
import type { Session } from "../client.ts";
import { acceptClaim } from "./accept-claim.ts";
import { checkAllDrafts } from "./check-all-drafts.ts";
import { checkDraft } from "./check-draft.ts";
import { createFactSheet } from "./create-fact-sheet.ts";
import { createReport, saveReport } from "./create-report.ts";
import { convertCitations, insertAllCitations } from "./draft-citations.ts";
import { explain } from "./explain.ts";
import { explainClaim, explanationViews } from "./explain-claim.ts";
import { fixAll } from "./fix-all.ts";
import { nextFinding, previousFinding } from "./go-to-finding.ts";
import { ignoreClaim } from "./ignore-claim.ts";
import { insertCitation } from "./insert-citation.ts";
import { openSample } from "./open-sample.ts";

export function registerCommands(session: Session): Disposable {
  const table: Readonly<Record<string, (...args: never[]) => unknown>> = {
    "claimcheck.openSample": () => openSample(session),
    "claimcheck.checkDraft": () => checkDraft(session),
    "claimcheck.checkAllDrafts": () => checkAllDrafts(session),
    "claimcheck.fixAll": () => fixAll(session),
    "claimcheck.insertCitation": () => insertCitation(session),
    "claimcheck.insertAllCitations": () => insertAllCitations(session),
    "claimcheck.convertCitations": (style: unknown) => convertCitations(session, style),
    [IGNORE_COMMAND]: (place: unknown, reason: unknown) => ignoreClaim(session, place, reason),
    [ACCEPT_COMMAND]: (place: unknown, reason: unknown) => acceptClaim(session, place, reason),
    "claimcheck.nextFinding": () => nextFinding(),
    "claimcheck.previousFinding": () => previousFinding(),
    "claimcheck.createReport": () => createReport(session),
    "claimcheck.createFactSheet": (file: unknown) => createFactSheet(session, file),
    "claimcheck.saveReport": (file: unknown) => saveReport(file),
    "claimcheck.explain": () => explain(session),
    "claimcheck.explainClaim": () => explainClaim(session),
    "claimcheck.showLog": () => session.log.show(),
    "claimcheck.restart": () => session.restart(),
  };
  return Disposable.from(
    explanationViews(),
    ...Object.entries(table).map(([id, run]) => commands.registerCommand(id, run as () => unknown)),
  );
}
