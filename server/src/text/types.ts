/**
 * What a document is once read: blocks of prose with their context, sentences and tokens.
 * Knows nothing of claims, sources, editors or files. All offsets are UTF-16 code units.
 */

/** A half-open range of UTF-16 offsets, `start` inclusive, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Prose with its markup taken out. `text` is what a reader sees; every offset of it can be led back to the
 * document. A soft line break is one space, a hard break is "\n", inline code and images are U+FFFC,
 * footnote references, citations and HTML tags leave nothing.
 */
export interface Prose {
  readonly text: string;
  /** The tightest span of the document that holds these characters: markup around them stays outside. */
  toSource(span: Span): Span;
  /** The same characters as runs that are contiguous in both texts, in order: `**4** May` has two. */
  pieces(span: Span): readonly Span[];
}

/** Universal part-of-speech tag, as wink-nlp gives it. */
export type PartOfSpeech =
  | "ADJ"
  | "ADP"
  | "ADV"
  | "AUX"
  | "CCONJ"
  | "DET"
  | "INTJ"
  | "NOUN"
  | "NUM"
  | "PART"
  | "PRON"
  | "PROPN"
  | "PUNCT"
  | "SCONJ"
  | "SYM"
  | "VERB"
  | "X"
  | "SPACE";

/** One word or mark; `start`/`end` are offsets in the text that was tokenised. */
export interface Token extends Span {
  readonly text: string;
  /** Lower-cased dictionary form ("met" → "meet"); for marks the mark itself. */
  readonly lemma: string;
  readonly pos: PartOfSpeech;
}

export type BlockKind = "heading" | "paragraph" | "item" | "cell" | "footnote";

/** A table cell's place. Header strings are the prose of the header cells, null where there is none. */
export interface CellPlace {
  /** Numbers the tables of a document from 0. */
  readonly table: number;
  /** 0 is the header row. */
  readonly row: number;
  readonly column: number;
  readonly rowHeader: string | null;
  readonly columnHeader: string | null;
}

/** A link, footnote reference or citation in a block; `span` is in the document, `at` in the block's prose. */
export interface Mark {
  readonly kind: "link" | "footnote-reference" | "citation";
  readonly span: Span;
  /** Where it stands in the prose: the linked words, or an empty span for what leaves nothing. */
  readonly at: Span;
  /** Link target, footnote label ("1") or citation key ("prague-5g"). */
  readonly target: string;
}

/** One leaf of prose with what it inherits. */
export interface Block {
  readonly kind: BlockKind;
  /** In the document. */
  readonly span: Span;
  readonly prose: Prose;
  /** Spans in `prose.text`, in order, without the blanks between. */
  readonly sentences: readonly Span[];
  /** Prose of the headings above it, outermost first; a heading has its ancestors only. */
  readonly headings: readonly string[];
  /** 1–6 for a heading, else 0. */
  readonly level: number;
  /** For a list item or table cell: the prose of the paragraph or item that leads in, else null. */
  readonly leadIn: string | null;
  /** How many block quotes it stands in. */
  readonly quoteDepth: number;
  /** Identifies the innermost list or block quote that holds it, so that neighbours can be told; null outside. */
  readonly container: number | null;
  readonly cell: CellPlace | null;
  /** The label of the footnote definition it belongs to, else null. */
  readonly footnote: string | null;
  readonly marks: readonly Mark[];
}

/** An HTML comment: where it stands and what it says, trimmed. */
export interface Comment {
  readonly span: Span;
  readonly text: string;
}

export interface FrontMatter {
  /** The whole of it with its fences; empty at 0 where there is none. */
  readonly span: Span;
  /** Parsed YAML mapping; empty where there is none or it does not parse. */
  readonly data: Readonly<Record<string, unknown>>;
  /** What is wrong with it in plain words, or null. */
  readonly problem: string | null;
}

export interface FootnoteDefinition {
  readonly label: string;
  /** The whole definition. */
  readonly span: Span;
}

/** A document read whole. Reading never fails: odd input gives fewer blocks. */
export interface ProseDocument {
  readonly text: string;
  readonly frontMatter: FrontMatter;
  readonly blocks: readonly Block[];
  readonly comments: readonly Comment[];
  readonly footnotes: readonly FootnoteDefinition[];
}
