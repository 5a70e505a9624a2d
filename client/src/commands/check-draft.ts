/**
 * `Check This Draft`: checks it once more, with all sources as they are now, and opens the list of findings.
 */
import { commands } from "vscode";
import { DocumentDiagnosticRequest } from "vscode-languageclient/node";
import { type AcknowledgeParams, Methods } from "../../../server/src/protocol.ts";
import type { Session } from "../client.ts";
import { activeDraft } from "./active-draft.ts";

export async function checkDraft(session: Session): Promise<void> {
  const document = activeDraft()?.document;
  if (!document) return;
  const params: AcknowledgeParams = { uri: document.uri.toString() };
  await session.client.sendRequest(Methods.acknowledge, params);
  const feature = session.client.getFeature(DocumentDiagnosticRequest.method);
  feature?.getProvider(document)?.onDidChangeDiagnosticsEmitter.fire();
  await commands.executeCommand("workbench.actions.view.problems");
}
