/**
 * Claims that one source is cited for and only another one supports. What a sentence cites is asked alone: does it say so?
 * Knows readings and claims; how a claim is decided is checking's affair.
 */
import { type Checking, createChecking } from "../../checking/check.ts";
import { StatementIndex } from "../../sources/statement-index.ts";
import type { Reading, SourceReading, Unit } from "../../statements/types.ts";
import type { Block, Mark, ProseDocument } from "../../text/types.ts";
import { toDocument } from "../claims.ts";
import { plain, writtenDate } from "../footnotes.ts";
import { clip } from "../messages.ts";
import { blockAt, sentenceAt } from "../places.ts";
import type { Claim, Kind } from "../report.ts";
import { referenceByKey, referenceByTarget, referencesByText } from "./match.ts";
import { behindSentence } from "./place.ts";
import { isSilentOn } from "./silence.ts";
import type { BibliographyEntry, CitationContext, KnownSource, Reference } from "./types.ts";

/** Kinds that a source says in few ways. */
const PLAIN: ReadonlySet<Kind> = new Set(["date", "quantity", "quotation"]);
/** The other kinds, what tells most first: of these one claim of a sentence is told, where no plain one is. */
const OTHERS: readonly Kind[] = ["speaker", "role", "name", "relation", "polarity"];
const DISAGREES = "cited-source-disagrees";
/** Sources that are kept ready to be asked alone. */
const MOST_ASKED = 8;
/** Meanings that are kept, each of a footnote or a target. */
const MOST_MEANINGS = 5000;

/** What is known of the sources and the bibliography at this time. */
export interface Known {
  /** Changes with the sources. */
  readonly version: number;
  readonly bibliography: readonly BibliographyEntry[];
  sources(): readonly KnownSource[];
  /** A source read whole; undefined for one that is not at hand. */
  reading(uri: string): Generator<void, SourceReading | undefined>;
}

/** What a source was found to say. */
interface Answers {
  /** Its text in plain words. */
  readonly words: string;
  /** By claim, whether the source says so. */
  readonly says: Map<string, boolean>;
}

/** A source by itself. */
interface Alone {
  readonly index: StatementIndex;
  readonly checking: Checking;
}

/** A claim, its place among all, the source that is cited for it, and where its sentence starts. */
interface AskedClaim {
  readonly claim: Claim;
  readonly at: number;
  readonly cited: string;
  readonly sentence: number;
}

export class CitedSources {
  /** The sources asked last, each alone. */
  readonly #alone = new Map<SourceReading, Alone>();
  readonly #answers = new WeakMap<SourceReading, Answers>();
  readonly #meanings = new Map<string, readonly string[]>();
  #version = -1;
  #bibliography: readonly BibliographyEntry[] = [];
  #context: CitationContext | null = null;

  /** The claims, where nothing supports one in the source that its sentence cites with the code that says so. */
  *steps(claims: readonly Claim[], draft: Reading, known: Known): Generator<void, Claim[]> {
    this.#follow(known);
    const checked = [...claims];
    const told = new Set<number>();
    for (const { claim, at, cited, sentence } of this.#asked(claims, draft.document, known)) {
      if (!PLAIN.has(claim.kind) && told.has(sentence)) continue;
      const judged = yield* this.#judged(claim, cited, draft, known);
      if (judged.code === DISAGREES) told.add(sentence);
      checked[at] = judged;
    }
    return checked;
  }

  /** The claims that one source is cited for and another one supports, those first that tell most. */
  #asked(claims: readonly Claim[], document: ProseDocument, known: Known): AskedClaim[] {
    const asked = claims.flatMap((claim, at) => {
      const cited = isAsked(claim) ? this.#citedFor(claim, document, known) : null;
      return cited === null ? [] : [{ ...cited, claim, at }];
    });
    const rank = ({ claim: { kind } }: AskedClaim) => OTHERS.indexOf(kind);
    return asked.sort((a, b) => rank(a) - rank(b) || a.at - b.at);
  }

  /** The uris of the sources at hand that are cited at an offset of the draft: in its sentence, else in its paragraph. */
  at(offset: number, document: ProseDocument, known: Known): readonly string[] {
    this.#follow(known);
    const block = blockAt(document, offset);
    if (!block || block.marks.length === 0 || block.footnote !== null) return [];
    const { start, end } = sentenceAt(block, offset);
    const last = behindSentence(document.text, block, end);
    const within = block.marks.filter(({ span }) => span.start >= start && span.end <= last);
    const uris = (marks: readonly Mark[]) =>
      marks.flatMap((mark) => this.#sourcesOf(mark, document, known)).filter((uri) => uri !== "");
    const own = uris(within);
    return own.length > 0 ? own : uris(block.marks);
  }

  #follow({ version, bibliography }: Known): void {
    if (
      this.#version === version &&
      this.#bibliography === bibliography &&
      this.#meanings.size < MOST_MEANINGS
    )
      return;
    this.#version = version;
    this.#bibliography = bibliography;
    this.#meanings.clear();
    this.#context = null;
  }

  *#judged(claim: Claim, uri: string, draft: Reading, known: Known): Generator<void, Claim> {
    const source = yield* known.reading(uri);
    if (!source) return claim;
    if (yield* this.#says(source, claim, draft))
      // A link that leads to another source than the evidence cites as well, where that one says so too.
      return claim.code !== null && PLAIN.has(claim.kind) ? { ...claim, code: null } : claim;
    return { ...claim, code: DISAGREES, message: messageOf(claim, source) };
  }

  /** The one source that the claim's sentence cites, if it is at hand and none of the claim's evidence; else null. */
  #citedFor(
    claim: Claim,
    document: ProseDocument,
    known: Known,
  ): Pick<AskedClaim, "cited" | "sentence"> | null {
    const block = blockAt(document, claim.start);
    if (!block || block.marks.length === 0 || block.footnote !== null) return null;
    const { start, end } = sentenceAt(block, claim.start);
    const last = behindSentence(document.text, block, end);
    const cited = new Set<string>();
    for (const mark of block.marks) {
      if (mark.span.start < start || mark.span.end > last) continue;
      const sources = this.#sourcesOf(mark, document, known);
      if (sources.length !== 1 || sources[0] === "") return null;
      cited.add(sources[0]!);
    }
    const [only] = cited;
    if (cited.size !== 1 || claim.evidence.some(({ source }) => source === only)) return null;
    return { cited: only!, sentence: start };
  }

  /** The sources that a mark leads to, "" for one that is not at hand. */
  #sourcesOf(mark: Mark, document: ProseDocument, known: Known): readonly string[] {
    const text = mark.kind === "footnote-reference" ? definitionOf(mark, document) : mark.target;
    const id = `${mark.kind}\n${text}`;
    let found = this.#meanings.get(id);
    if (!found) {
      this.#context ??= contextOf(known);
      found = meaningOf(mark, text, this.#context).map(({ source }) => source.source);
      this.#meanings.set(id, found);
    }
    return found;
  }

  *#says(source: SourceReading, claim: Claim, draft: Reading): Generator<void, boolean> {
    let answers = this.#answers.get(source);
    if (!answers) {
      answers = { words: ` ${plain(source.document.text)} `, says: new Map() };
      this.#answers.set(source, answers);
    }
    const id = `${claim.fingerprint} ${claim.evidence[0]!.text}`;
    let answer = answers.says.get(id);
    if (answer === undefined) {
      const { checking, index } = this.#aloneWith(source);
      answer =
        holdsWords(answers, claim) ||
        (!PLAIN.has(claim.kind) && !isSilentOn(claim, draft, source, index)) ||
        (yield* supports(checking, claim, draft));
      answers.says.set(id, answer);
    }
    return answer;
  }

  #aloneWith(source: SourceReading): Alone {
    let alone = this.#alone.get(source);
    if (!alone) {
      const index = new StatementIndex();
      index.add(source);
      alone = { index, checking: createChecking(index) };
      if (this.#alone.size >= MOST_ASKED) this.#alone.delete(this.#alone.keys().next().value!);
      this.#alone.set(source, alone);
    }
    return alone;
  }
}

function isAsked({ verdict, evidence, code }: Claim): boolean {
  return verdict === "supported" && (code === null || code === "uncited") && evidence.length > 0;
}

function definitionOf({ target }: Mark, { text, footnotes }: ProseDocument): string {
  const label = target.toLowerCase();
  const definition = footnotes.find((one) => one.label.toLowerCase() === label);
  return definition
    ? text.slice(definition.span.start, definition.span.end).replace(/^\[\^[^\]]*\]:/, "")
    : "";
}

function contextOf(known: Known): CitationContext {
  const bibliography = { uri: "", format: "bibtex", text: "", entries: known.bibliography } as const;
  return { draft: "", sources: known.sources(), bibliographies: [bibliography], newBibliography: null };
}

function meaningOf({ kind, target }: Mark, text: string, context: CitationContext): Reference[] {
  if (kind === "footnote-reference") return referencesByText(context, text);
  const reference =
    kind === "citation" ? referenceByKey(context, target) : referenceByTarget(context, target);
  return reference ? [reference] : [];
}

/** Whether the claim's words, or those of its evidence that decide, stand in the source as they are. */
function holdsWords({ words: text }: Answers, claim: Claim): boolean {
  const [evidence] = claim.evidence;
  const focus = evidence?.focus.map(({ start, end }) =>
    evidence.text.slice(start - evidence.start, end - evidence.start),
  );
  return [claim.text, claim.actual, ...(focus ?? [])].some((words) => {
    const wanted = plain(words);
    return wanted !== "" && text.includes(` ${wanted} `);
  });
}

/** Whether the claim would be supported if there were only the checking's own source. */
function* supports(checking: Checking, claim: Claim, draft: Reading): Generator<void, boolean> {
  const block = blockAt(draft.document, claim.start);
  const unit = block && unitOf(draft, block);
  if (!unit) return true;
  const checked = yield* checking.steps({ ...draft, units: [unit] });
  return checked.some(({ found }) =>
    found.findings.some((finding) => {
      if (finding.kind !== claim.kind || finding.verdict !== "supported") return false;
      const { start, end } = toDocument(finding.sentence, finding.span);
      return start < claim.end && claim.start < end;
    }),
  );
}

function unitOf({ units = [], sentences }: Reading, block: Block): Unit | undefined {
  return units.find(({ from, to }) => sentences.slice(from, to).some((sentence) => sentence.block === block));
}

function messageOf(claim: Claim, source: SourceReading): string {
  const { title, published } = claim.evidence[0]!;
  const day = published === null ? "" : ` (${writtenDate(published)})`;
  return `“${clip(source.title, 45)}”, which is cited here, does not say “${clip(claim.actual)}”; “${clip(title, 45)}”${day} does.`;
}
