/**
 * Go to definition: from a claim to the passage of the source that decides it. Serves the built-in sources' text too.
 */
import {
  type DefinitionParams,
  ErrorCodes,
  type ExecuteCommandParams,
  type Location,
  type LocationLink,
  ResponseError,
} from "vscode-languageserver/node";
import {
  ADD_REFERENCE_COMMAND,
  Methods,
  type Passage,
  SHOW_PASSAGE_COMMAND,
  type SourceTextResult,
} from "../../protocol.ts";
import { claimAt, goneBy } from "../from-proto.ts";
import type { Session } from "../session.ts";
import { locationOf, toRange } from "../to-proto.ts";
import { addReference } from "./completion.ts";

export function serveDefinition(session: Session): void {
  const { connection } = session;
  connection.onDefinition((params, token) =>
    session.answer("Definition", params.textDocument.uri, [], () =>
      definition(session, params, goneBy(token)),
    ),
  );
  connection.onExecuteCommand(async (params) => {
    if (params.command !== ADD_REFERENCE_COMMAND) return showPassage(session, params);
    await session.guard("Adding a reference", "", undefined, () =>
      addReference(session, params.arguments?.[0]),
    );
    return null;
  });
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
  const checked = session.isDraft(uri) ? await session.drafts.check(uri, gone) : null;
  const claim = checked && claimAt(checked.report, checked.document, params.position);
  if (!claim) return [];
  const places = claim.evidence.map((evidence) => locationOf(evidence, session));
  if (!session.client.linksDefinitions) return places;
  return places.map(({ uri: targetUri, range }) => ({
    originSelectionRange: toRange(claim.range),
    targetUri,
    targetRange: range,
    targetSelectionRange: range,
  }));
}

async function showPassage(
  session: Session,
  { command, arguments: args }: ExecuteCommandParams,
): Promise<null> {
  const passage = args?.[0] as Partial<Passage> | undefined;
  if (command !== SHOW_PASSAGE_COMMAND || typeof passage?.uri !== "string" || !passage.range) {
    throw new ResponseError(ErrorCodes.InvalidParams, `${command} needs the uri and range of a passage.`);
  }
  const { uri, range } = passage;
  await session.connection.window.showDocument({ uri, selection: toRange(range), takeFocus: true });
  return null;
}
