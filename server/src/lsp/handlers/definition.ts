/**
 * Go to definition: from a claim to the passage of the source that decides it. Serves the built-in sources' text too.
 */
import type { DefinitionParams, Location, LocationLink } from "vscode-languageserver/node";
import { Methods, type SourceTextResult } from "../../protocol.ts";
import { claimAt, factAt, goneBy } from "../from-proto.ts";
import type { Session } from "../session.ts";
import { locationOf, rangeIn, toRange } from "../to-proto.ts";

export function serveDefinition(session: Session): void {
  const { connection } = session;
  connection.onDefinition((params, token) =>
    session.answer("Definition", params.textDocument.uri, [], () =>
      definition(session, params, goneBy(token)),
    ),
  );
  connection.onRequest(
    Methods.sourceText,
    ({ uri }: { uri: string }): SourceTextResult => ({
      text: session.library.text(uri),
    }),
  );
  connection.workspace.textDocumentContent.on(({ uri }) => ({ text: session.library.text(uri) ?? "" }));
}

async function definition(
  session: Session,
  params: DefinitionParams,
  gone: () => boolean,
): Promise<Location[] | LocationLink[]> {
  const { uri } = params.textDocument;
  const checked = session.isChecked(uri) ? await session.drafts.check(uri, gone) : null;
  if (!checked) return [];
  const claim = claimAt(checked.report, checked.document, params.position);
  const fact = claim ? undefined : factAt(checked, params.position);
  const evidence = claim?.evidence ?? (fact?.passage ? [fact.passage] : []);
  const range = claim?.range ?? (fact && rangeIn(checked.document, fact));
  if (!range) return [];
  const places = evidence.map((one) => locationOf(one, session));
  if (!session.client.linksDefinitions) return places;
  return places.map(({ uri: targetUri, range: targetRange }) => ({
    originSelectionRange: toRange(range),
    targetUri,
    targetRange,
    targetSelectionRange: targetRange,
  }));
}
