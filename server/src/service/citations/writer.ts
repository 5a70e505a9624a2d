/**
 * Gathers the edits of citations in one style: references in the draft, footnote definitions at its end, entries in the
 * bibliography; each definition and entry once. Knows read documents; decides no place.
 */
import type { FootnoteDefinition, ProseDocument } from "../../text/types.ts";
import { type CitedSource, definitionOf, footnoteKey, takenLabels } from "../footnotes.ts";
import type { Edit } from "../report.ts";
import { addDefinitions, definitionText, removeDefinitions } from "./definitions.ts";
import { addEntries, newEntry, newKey } from "./entries.ts";
import { entryOf, knownSource } from "./match.ts";
import { endsInAddress } from "./place.ts";
import type {
  Bibliography,
  BibliographyChange,
  BibliographyEntry,
  CitationChange,
  CitationContext,
  CitationStyle,
} from "./types.ts";
import { linkTarget, linkText, pandocItem, pandocText } from "./write.ts";

export interface ToWrite {
  readonly source: CitedSource;
  /** Known where the citation that is rewritten named it. */
  readonly entry?: BibliographyEntry | null;
  readonly locator: string;
  /** The words that a link leads to, or null. */
  readonly passage: string | null;
}

export class Writer {
  readonly #document: ProseDocument;
  readonly #style: CitationStyle;
  readonly #context: CitationContext;
  readonly #gone: readonly FootnoteDefinition[];
  readonly #edits: Edit[] = [];
  readonly #definitions: string[] = [];
  readonly #labels = new Map<string, string>();
  readonly #taken: Set<string>;
  readonly #entries = new Map<string, BibliographyEntry>();
  #target: Bibliography | null | undefined;

  /** `gone` are definitions that the draft will not have any more. */
  constructor(
    document: ProseDocument,
    style: CitationStyle,
    context: CitationContext,
    gone: readonly FootnoteDefinition[] = [],
  ) {
    this.#document = document;
    this.#style = style;
    this.#context = context;
    this.#gone = gone;
    this.#taken = takenLabels(document);
  }

  /** True where the source can be cited in the style: a link needs an address, a key a bibliography. */
  canWrite({ source, locator }: Pick<ToWrite, "source" | "locator">): boolean {
    if (this.#style === "link") return linkTarget(source, this.#context.draft, null, locator) !== null;
    return this.#style === "footnote" || this.#bibliography() !== null;
  }

  /** Cites at `at` of the draft, behind `before`. What cannot be written is left out. */
  insert(at: number, wanted: readonly ToWrite[], before = this.#document.text.slice(0, at)): void {
    const references = wanted.filter((one) => this.canWrite(one));
    if (references.length === 0) return;
    const isApart = this.#style === "footnote" ? endsInAddress(before) : /[^\s([]/.test(before.slice(-1));
    const blank = isApart ? " " : "";
    this.#edits.push({ start: at, end: at, newText: blank + this.#written(references) });
  }

  /** Adds to the citation whose closing bracket stands at `at`. */
  extend(at: number, wanted: readonly ToWrite[]): void {
    const references = wanted.filter((one) => this.canWrite(one));
    if (references.length === 0) return;
    const inner =
      this.#style === "pandoc"
        ? this.#keyed(references).map(pandocItem).join("; ")
        : linkText(this.#linked(references)).slice(1, -1);
    this.#edits.push({ start: at, end: at, newText: `; ${inner}` });
  }

  /** Writes in the place of a citation of the same style, whose blank before it stays. */
  replace(span: { readonly start: number; readonly end: number }, wanted: readonly ToWrite[]): void {
    const references = wanted.filter((one) => this.canWrite(one));
    if (references.length > 0) this.#edits.push({ ...span, newText: this.#written(references) });
  }

  remove(span: { readonly start: number; readonly end: number }): void {
    this.#edits.push({ ...span, newText: "" });
  }

  finish(): CitationChange {
    const gone = removeDefinitions(this.#document, this.#gone);
    const added =
      this.#definitions.length > 0 ? [addDefinitions(this.#document, this.#definitions, this.#gone)] : [];
    return { edits: inOrder([...this.#edits, ...gone, ...added]), bibliography: this.#bibliographyChange() };
  }

  #written(references: readonly ToWrite[]): string {
    if (this.#style === "footnote") return references.map((one) => `[^${this.#label(one)}]`).join("");
    return this.#style === "pandoc"
      ? pandocText(this.#keyed(references))
      : linkText(this.#linked(references));
  }

  #linked(references: readonly ToWrite[]) {
    return references.map(({ source, locator, passage }) => ({
      source,
      locator,
      target: linkTarget(source, this.#context.draft, passage, locator)!,
    }));
  }

  #keyed(references: readonly ToWrite[]) {
    return references.map((one) => ({ key: this.#key(one), locator: one.locator }));
  }

  /** The label of the draft's definition for the source, or of a new one. */
  #label({ source, locator }: ToWrite): string {
    const placed = { ...source, locator };
    const id = `${source.source} ${source.url} ${source.title} ${locator}`;
    const known = this.#labels.get(id) ?? this.#existing(placed);
    if (known !== undefined) return known;
    const label = footnoteKey(placed, this.#taken);
    this.#taken.add(label.toLowerCase());
    this.#labels.set(id, label);
    this.#definitions.push(definitionText(label, placed));
    return label;
  }

  #existing(source: CitedSource): string | undefined {
    const footnotes = this.#document.footnotes.filter((one) => !this.#gone.includes(one));
    return definitionOf({ ...this.#document, footnotes }, source)?.label;
  }

  /** The key of the source's entry, or of a new one. */
  #key({ source, entry }: ToWrite): string {
    const known = entry ?? entryOf(this.#context, knownSource(source));
    if (known) return known.key;
    const id = `${source.source} ${source.url} ${source.title}`;
    let added = this.#entries.get(id);
    if (!added) {
      const keys = [
        ...this.#context.bibliographies.flatMap(({ entries }) => entries),
        ...this.#entries.values(),
      ];
      const key = newKey(source, new Set(keys.map((one) => one.key.toLowerCase())));
      added = newEntry(source, key, this.#bibliography()!.uri);
      this.#entries.set(id, added);
    }
    return added.key;
  }

  #bibliography(): Bibliography | null {
    if (this.#target === undefined) this.#target = this.#choose();
    return this.#target;
  }

  /** The first bibliography that entries can be added to, else one to begin. */
  #choose(): Bibliography | null {
    const { bibliographies, newBibliography } = this.#context;
    const entry: BibliographyEntry = { key: "a" };
    const open = bibliographies.find((one) => addEntries(one, [entry]) !== null);
    if (open || newBibliography === null) return open ?? null;
    return { uri: newBibliography, format: "bibtex", text: "", entries: [] };
  }

  #bibliographyChange(): BibliographyChange | null {
    const bibliography = this.#entries.size > 0 ? this.#bibliography() : null;
    const edit = bibliography && addEntries(bibliography, [...this.#entries.values()]);
    if (!bibliography || !edit) return null;
    return {
      uri: bibliography.uri,
      isNew: !this.#context.bibliographies.includes(bibliography),
      edits: [edit],
    };
  }
}

/** Edits in order; insertions at one place become one, for their order would be left to whoever applies them. */
function inOrder(edits: readonly Edit[]): Edit[] {
  const ordered = edits.map((edit, at) => ({ edit, at }));
  ordered.sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.at - b.at);
  const joined: Edit[] = [];
  for (const { edit } of ordered) {
    const last = joined.at(-1);
    if (last && last.end >= edit.start && last.start <= edit.start)
      joined[joined.length - 1] = {
        start: last.start,
        end: Math.max(last.end, edit.end),
        newText: last.newText + edit.newText,
      };
    else joined.push(edit);
  }
  return joined;
}
