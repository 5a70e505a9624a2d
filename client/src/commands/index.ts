/**
 * The commands of the palette, each in its own file. Knows their names, and which of them need the server.
 */
import { commands, Disposable } from "vscode";
import { ACCEPT_COMMAND, IGNORE_COMMAND } from "../../../server/src/protocol.ts";
import type { Session } from "../client.ts";
import { guarded } from "../failures.ts";
import { failureTeller } from "../views/failure.ts";
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

type Commands = Readonly<Record<string, (...args: never[]) => unknown>>;

export function registerCommands(session: Session): Disposable {
  const teller = failureTeller(session);
  const onServer: Commands = {
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
    "claimcheck.explain": () => explain(session),
    "claimcheck.explainClaim": () => explainClaim(session),
  };
  const alone: Commands = {
    "claimcheck.saveReport": (file: unknown) => saveReport(file),
    "claimcheck.showLog": () => session.log.show(),
    "claimcheck.restart": () => session.restart(),
  };
  return Disposable.from(
    explanationViews(),
    ...Object.entries(onServer).map(([id, run]) =>
      commands.registerCommand(id, (...args) => guarded(teller, () => run(...(args as never[])))),
    ),
    ...Object.entries(alone).map(([id, run]) => commands.registerCommand(id, run as () => unknown)),
  );
}
