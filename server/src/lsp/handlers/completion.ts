/**
 * Completion behind `[@` and `[^`: the sources that can be cited there. A key that no bibliography has yet is added to it
 * once it is chosen.
 */
import {
  type Command,
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
  MarkupKind,
} from "vscode-languageserver/node";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { ADD_REFERENCE_COMMAND, type NewReference } from "../../protocol.ts";
import { type Begun, begunCitation, type Citable, citables } from "../../service/citations/completion.ts";
import { addEntries, newEntry } from "../../service/citations/entries.ts";
import { citedSource } from "../../service/citations/match.ts";
import { escapeMarkdown } from "../../service/footnotes.ts";
import { clip } from "../../service/messages.ts";
import { citationContext, citationEdit } from "../citations.ts";
import { goneBy } from "../from-proto.ts";
import type { Session } from "../session.ts";

export const COMPLETION_TRIGGERS = ["@", "^"];

const NOTHING: CompletionList = { isIncomplete: false, items: [] };

export function serveCompletion(session: Session): void {
  session.connection.onCompletion((params, token) =>
    session.answer("Completion", params.textDocument.uri, NOTHING, () =>
      complete(session, params, goneBy(token)),
    ),
  );
}

async function complete(
  session: Session,
  params: CompletionParams,
  gone: () => boolean,
): Promise<CompletionList> {
  const { uri } = params.textDocument;
  const open = session.documents.get(uri);
  if (!open || !session.isDraft(uri) || !begunAt(open, params.position)) return NOTHING;
  const checked = await session.drafts.check(uri, gone);
  if (!checked) return NOTHING;
  const { document, report } = checked;
  const begun = begunAt(document, params.position);
  if (!begun) return NOTHING;
  const context = await citationContext(session, document);
  const found = citables(session.drafts.reading(document), report.claims, begun, context);
  const items = found.map((one, place) => itemOf(one, place, begun, document, params.position));
  return { isIncomplete: false, items };
}

function begunAt(document: TextDocument, position: CompletionParams["position"]): Begun | null {
  const start = { line: position.line, character: 0 };
  return begunCitation(document.getText({ start, end: position }), document.offsetAt(start));
}

function itemOf(
  { text, detail, source, passage, definition, isNew }: Citable,
  place: number,
  { style, from }: Begun,
  document: TextDocument,
  position: CompletionParams["position"],
): CompletionItem {
  const to = document.offsetAt(position);
  const close = document.getText().slice(to, to + 1) === "]" ? "" : "]";
  const isApart = definition !== null && definition.start > to;
  // A definition right here cannot be an edit of its own.
  const behind = definition === null || isApart ? "" : definition.newText;
  const range = { start: document.positionAt(from), end: position };
  const title = clip(source.title || source.source, 80);
  return {
    label: text,
    // VS Code shows `detail` on the chosen item only, and a key alone says little.
    labelDetails: { description: title },
    kind: CompletionItemKind.Reference,
    detail: title,
    documentation: {
      kind: MarkupKind.Markdown,
      value: passage === null ? detail : `${detail}\n\n> ${escapeMarkdown(passage)}`,
    },
    filterText: `${text} ${source.publisher ?? ""} ${source.title}`,
    sortText: String(place).padStart(4, "0"),
    preselect: place === 0 && passage !== null,
    textEdit: { range, newText: text + close + behind },
    ...(isApart ? { additionalTextEdits: [insertion(document, definition)] } : {}),
    ...(style === "pandoc" && isNew ? { command: bibliographyCommand(document, source.source, text) } : {}),
  };
}

/** Adds the entry that the key just written needs. */
function bibliographyCommand({ uri }: TextDocument, source: string, text: string): Command {
  const reference: NewReference = { uri, source, key: text.replace(/,.*$/s, "") };
  return { title: "Add to the bibliography", command: ADD_REFERENCE_COMMAND, arguments: [reference] };
}

function insertion(document: TextDocument, { start, newText }: NonNullable<Citable["definition"]>) {
  const at = document.positionAt(start);
  return { range: { start: at, end: at }, newText };
}

/** Adds the entry of a source to the draft's bibliography under the key that was just typed. */
export async function addReference(session: Session, { uri, source, key }: NewReference): Promise<void> {
  const document = session.documents.get(uri);
  const known = session.checker.sources().find((one) => one.uri === source);
  if (!document || !known || !/^[a-z0-9-]{1,80}$/.test(key)) return;
  const context = await citationContext(session, document);
  const all = context.bibliographies.flatMap(({ entries }) => entries);
  if (all.some((entry) => entry.key === key)) return;
  const target = context.bibliographies[0] ?? {
    uri: context.newBibliography ?? "",
    format: "bibtex" as const,
    text: "",
  };
  const edit = target.uri === "" ? null : addEntries(target, [newEntry(citedSource(known), key, target.uri)]);
  if (!edit) return;
  const bibliography = { uri: target.uri, isNew: context.bibliographies.length === 0, edits: [edit] };
  const change = citationEdit(session, { edits: [], bibliography }, document, context);
  if (change)
    await session.connection.workspace.applyEdit({ label: `Add “${key}” to the bibliography`, edit: change });
}
