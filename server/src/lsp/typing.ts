/**
 * Where and when a document was edited last, so that words still being typed are not called wrong. Knows documents
 * and time in milliseconds; nothing of claims beyond their span.
 */
import { TextDocument, type TextDocumentContentChangeEvent } from "vscode-languageserver-textdocument";

interface LastEdit {
  /** Span of what was typed, in the document after the edit. */
  readonly start: number;
  readonly end: number;
  readonly at: number;
}

/** An edit that brings more than this is a paste, a fix or a file that was reloaded: nobody is typing it. */
const TYPED = 40;

export class Typing {
  readonly #edits = new Map<string, LastEdit>();

  /** The document manager's factory, which takes note of each edit. */
  readonly documents = {
    create: (uri: string, languageId: string, version: number, content: string): TextDocument =>
      TextDocument.create(uri, languageId, version, content),
    update: (
      document: TextDocument,
      changes: TextDocumentContentChangeEvent[],
      version: number,
    ): TextDocument => {
      // A copy, so that whoever holds the document while it is checked keeps the text that was checked.
      const copy = TextDocument.create(
        document.uri,
        document.languageId,
        document.version,
        document.getText(),
      );
      const updated = TextDocument.update(copy, changes, version);
      this.#note(updated, changes);
      return updated;
    },
  };

  /** Milliseconds until the words at a span may be judged: 0 unless they touch what was typed within `pause`. */
  wait(
    uri: string,
    span: { readonly start: number; readonly end: number },
    pause: number,
    now: number,
  ): number {
    const edit = this.#edits.get(uri);
    if (!edit || span.start > edit.end || span.end < edit.start) return 0;
    return Math.max(0, edit.at + pause - now);
  }

  forget(uri: string): void {
    this.#edits.delete(uri);
  }

  #note(document: TextDocument, changes: readonly TextDocumentContentChangeEvent[]): void {
    const [change] = changes;
    if (changes.length !== 1 || !change || !("range" in change) || change.text.length > TYPED) {
      this.#edits.delete(document.uri);
      return;
    }
    const start = document.offsetAt(change.range.start);
    this.#edits.set(document.uri, { start, end: start + change.text.length, at: Date.now() });
  }
}
