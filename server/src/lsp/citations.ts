/**
 * What the handlers need to cite in a draft: its style, its sources and bibliographies, and edits of several files as the
 * protocol has them. Knows the session; what a citation reads as is the service's affair.
 */
import { TextDocumentEdit, type WorkspaceEdit } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { FileEdits } from "../protocol.ts";
import { citationStyle } from "../service/citations/style.ts";
import type {
  BibliographyChange,
  CitationChange,
  CitationContext,
  CitationStyle,
} from "../service/citations/types.ts";
import { projectOf } from "./project-file.ts";
import type { Session } from "./session.ts";
import { normalUri } from "./source-places.ts";
import { textEdits } from "./to-proto.ts";

/** What a draft's citations are written and read with, bibliographies as they are now. */
export async function citationContext(session: Session, document: TextDocument): Promise<CitationContext> {
  const { frontMatter } = session.drafts.reading(document);
  const found = await session.bibliographies.read(document.uri, frontMatter);
  const draft = normalUri(document.uri);
  const counting = new Set(session.library.setFor(draft).uris);
  const sources = session.checker.sources().filter(({ uri, builtin }) => builtin || counting.has(uri));
  return { draft, sources, ...found };
}

/** What the project or the settings say, else what the draft uses. */
export function styleOf(session: Session, document: TextDocument): CitationStyle {
  const project = projectOf(session.projects, normalUri(document.uri));
  const set = project?.config.citations.style ?? session.settings.citationStyle;
  return citationStyle(session.drafts.reading(document), set);
}

/** The edits of the bibliography for a client. */
export function bibliographyEdits(
  change: BibliographyChange | null,
  { bibliographies }: CitationContext,
): FileEdits[] {
  if (!change) return [];
  const text = bibliographies.find(({ uri }) => uri === change.uri)?.text ?? "";
  const document = TextDocument.create(change.uri, "bibtex", 0, text);
  return [{ uri: change.uri, isNew: change.isNew, edits: textEdits(change.edits, document) }];
}

/** Draft and bibliography in one step of undo; null where the client cannot do what it takes. */
export function citationEdit(
  session: Session,
  change: CitationChange,
  document: TextDocument,
  context: CitationContext,
): WorkspaceEdit | null {
  const others = bibliographyEdits(change.bibliography, context);
  const { versionedEdits, createsFiles } = session.client;
  const draft = textEdits(change.edits, document);
  if (!versionedEdits) {
    if (others.some(({ isNew }) => isNew)) return null;
    const changes = Object.fromEntries(others.map(({ uri, edits }) => [uri, [...edits]]));
    return { changes: { ...changes, [document.uri]: draft } };
  }
  if (others.some(({ isNew }) => isNew) && !createsFiles) return null;
  const { uri, version } = document;
  return {
    documentChanges: [
      ...others.flatMap(({ uri: other, isNew, edits }) => [
        ...(isNew ? [{ kind: "create" as const, uri: other, options: { ignoreIfExists: true } }] : []),
        TextDocumentEdit.create({ uri: other, version: session.openDocument(other)?.version ?? null }, [
          ...edits,
        ]),
      ]),
      TextDocumentEdit.create({ uri, version }, draft),
    ],
  };
}
