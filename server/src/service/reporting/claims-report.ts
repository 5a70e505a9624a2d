/**
 * From checked drafts and their sources to a report that an editor or a lawyer can go through: every claim with the
 * words around it, the passage that decides and its citation, and what no claim or no source speaks of.
 */

import { readSourceText } from "../../sources/read-source.ts";
import { readMarkdown } from "../../text/markdown.ts";
import type { Block, ProseDocument, Span } from "../../text/types.ts";
import { acceptedOf } from "../baseline.ts";
import { citationCode } from "../citations/uncited.ts";
import { blockAt } from "../places.ts";
import type { Claim, IgnoredClaim } from "../report.ts";
import { coverage } from "./coverage.ts";
import { piecesOf, sentencesAround } from "./passages.ts";
import type {
  ClaimsReport,
  DraftInReport,
  DraftSection,
  Entry,
  PassageInReport,
  ReportInput,
  SourceInReport,
} from "./types.ts";

/** The report on these drafts. Numbers run through it in the order of its sections. */
export function claimsReport(input: ReportInput): ClaimsReport {
  const sources = new Map(input.sources.map((source) => [source.info.uri, source]));
  const writer = new EntryWriter(sources);
  const drafts = input.drafts.map((draft) => sectionOf(draft, writer));
  const claims = input.drafts.flatMap(({ report }) => report.claims);
  const accepted = input.drafts.flatMap(({ report }) => acceptedOf(report));
  const all = [...claims, ...accepted.map(({ claim }) => claim)];
  const count = (holds: (claim: Claim) => boolean) => claims.filter(holds).length;
  return {
    title: drafts.length === 1 ? drafts[0]!.title : `${drafts.length} drafts`,
    day: input.day,
    version: input.version,
    summary: {
      contradicted: count(({ verdict }) => verdict === "contradicted"),
      disputed: count(({ verdict }) => verdict === "disputed"),
      supported: count(({ verdict }) => verdict === "supported"),
      unsupported: count(({ verdict }) => verdict === "unsupported"),
      uncited: count(({ code }) => code === "uncited"),
      accepted: accepted.length,
    },
    drafts,
    sources: coverage(input.sources, all),
    unread: input.unread,
  };
}

function sectionOf({ report, text, name }: DraftInReport, writer: EntryWriter): DraftSection {
  const document = readMarkdown(text);
  const { title, date } = document.frontMatter.data;
  const heading = document.blocks.find(({ kind }) => kind === "heading")?.prose.text;
  const shown = typeof title === "string" && title.trim() !== "" ? title : (heading ?? name);
  const page = { document, title: shown, contested: new Map<number, number[]>() };
  const of = (...verdicts: Claim["verdict"][]) =>
    writer.entries(
      page,
      report.claims.filter(({ verdict }) => verdicts.includes(verdict)),
    );
  return {
    name,
    title: shown,
    date: typeof date === "string" ? date : null,
    settle: of("contradicted", "disputed"),
    unsourced: of("unsupported"),
    supported: of("supported"),
    accepted: acceptedOf(report).map((ignored) => writer.accepted(page, ignored)),
    notes: report.notes.map(({ message }) => message),
  };
}

/** A draft while its entries are written; those to settle come first. */
interface Page {
  readonly document: ProseDocument;
  readonly title: string;
  /** The numbers of the claims to settle by where their sentence begins. */
  readonly contested: Map<number, number[]>;
}

/** Writes entries and counts them. */
class EntryWriter {
  readonly #sources: ReadonlyMap<string, SourceInReport>;
  readonly #documents = new Map<string, ProseDocument>();
  #count = 0;

  constructor(sources: ReadonlyMap<string, SourceInReport>) {
    this.#sources = sources;
  }

  /** Supported claims and those without a source share an entry where sentence and passage are the same. */
  entries(page: Page, claims: readonly Claim[]): Entry[] {
    const groups: { key: string; sentence: Span; claims: Claim[] }[] = [];
    for (const claim of claims) {
      const sentence = sentencesAround(page.document, claim);
      const key = groupKey(claim, sentence);
      const last = groups.at(-1);
      if (last?.key === key) last.claims.push(claim);
      else groups.push({ key, sentence, claims: [claim] });
    }
    return groups.map((group) => this.#entry(page, group.sentence, group.claims, null));
  }

  accepted(page: Page, { claim, reason }: IgnoredClaim): Entry {
    return this.#entry(page, sentencesAround(page.document, claim), [claim], reason);
  }

  #entry(page: Page, sentence: Span, claims: readonly Claim[], accepted: string | null): Entry {
    const { document, title, contested } = page;
    const [first] = claims;
    const { start, evidence, range, verdict } = first!;
    const block = blockAt(document, start);
    const numbers = claims.map(() => ++this.#count);
    const known = contested.get(sentence.start) ?? [];
    if (isOpen(verdict) && accepted === null) contested.set(sentence.start, [...known, ...numbers]);
    return {
      numbers,
      claims,
      sentence: piecesOf(document, sentence, claims),
      line: range.start.line + 1,
      place: block ? placeOf(block, title) : [],
      citations: block ? citationsIn(document, block, sentence) : [],
      cited:
        evidence.length > 0 && citationCode(document, { start, evidence, verdict: "supported" }) === null,
      passages: this.#passages(claims),
      contested: isOpen(verdict) ? [] : known,
      accepted,
    };
  }

  /** The passages of the claims, each once, with the deciding words of all of them. */
  #passages(claims: readonly Claim[]): PassageInReport[] {
    const [first, ...others] = claims;
    return first!.evidence.map((evidence) => {
      const same = others.flatMap((other) => other.evidence.filter((one) => isSame(one, evidence)));
      const focus = [evidence, ...same].flatMap((one) => one.focus);
      const source = this.#sources.get(evidence.source);
      const document = source && this.#document(source);
      return {
        evidence,
        pieces: document
          ? piecesOf(document, evidence, focus)
          : [{ text: evidence.text.replace(/\s+/g, " "), marked: false }],
        name: source?.name ?? evidence.source,
      };
    });
  }

  #document({ info, text }: SourceInReport): ProseDocument {
    let document = this.#documents.get(info.uri);
    if (!document) {
      document = readSourceText(info.uri, text);
      this.#documents.set(info.uri, document);
    }
    return document;
  }
}

/** Contradicted and disputed claims stand alone: each has a message of its own. */
function groupKey({ verdict, evidence, start }: Claim, sentence: Span): string {
  if (isOpen(verdict)) return `${start}`;
  const passages = evidence.map((one) => `${one.source}#${one.start}`);
  return [sentence.start, ...passages].join(" ");
}

function isOpen(verdict: Claim["verdict"]): boolean {
  return verdict === "contradicted" || verdict === "disputed";
}

function isSame(a: Claim["evidence"][number], b: Claim["evidence"][number]): boolean {
  return a.source === b.source && a.start === b.start;
}

function placeOf({ headings, cell }: Block, title: string): string[] {
  const headers = [cell?.rowHeader, cell?.columnHeader].filter((header) => typeof header === "string");
  return [...headings.filter((heading) => heading !== title).slice(-2), ...headers];
}

/** The citations from the sentence's start up to where the next sentence of the block begins. */
function citationsIn(document: ProseDocument, block: Block, sentence: Span): string[] {
  const next = block.sentences
    .map((span) => block.prose.toSource(span).start)
    .find((start) => start >= sentence.end);
  const limit = next ?? block.span.end;
  const found = block.marks.filter(({ span }) => span.start >= sentence.start && span.start < limit);
  const written = found.flatMap(({ kind, target, span }) => {
    if (kind === "footnote-reference") return [`[^${target}]`];
    if (kind === "citation") return [document.text.slice(span.start, span.end)];
    return /^https?:/i.test(target) ? [target] : [];
  });
  return [...new Set(written)];
}
