/**
 * Shows the built-in sources as read-only documents, so that the passage behind a finding can be opened like a file.
 */
import { type CancellationToken, type Disposable, type Uri, workspace } from "vscode";
import {
  type DocumentPlace,
  Methods,
  SOURCE_SCHEME,
  type SourceTextResult,
} from "../../../server/src/protocol.ts";
import type { Session } from "../client.ts";

export function registerBuiltinSources(session: Session): Disposable {
  return workspace.registerTextDocumentContentProvider(SOURCE_SCHEME, {
    async provideTextDocumentContent(uri: Uri, token: CancellationToken): Promise<string> {
      const place: DocumentPlace = { uri: uri.toString() };
      const { text } = await session.client.sendRequest<SourceTextResult>(Methods.sourceText, place, token);
      return text ?? "This source is not part of Claimcheck.";
    },
  });
}
