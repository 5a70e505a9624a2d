/**
 * The report on a fact sheet: facts that its source does not say, or says otherwise, and notes that say nothing.
 */

import type { FaultyNote } from "../../sources/fact-notes.ts";
import type { Reading, Sentence, SourceReading } from "../../statements/types.ts";
import { overlaps } from "../../text/spans.ts";
import type { Span } from "../../text/types.ts";
import { evidenceOf, tableOf, toDocument } from "../claims.ts";
import { rangeOf } from "../lines.ts";
import { clip } from "../messages.ts";
import type { Claim, DraftReport, FactInReport, Note } from "../report.ts";
import { type FactStanding, Verifier } from "./verify.ts";

interface Fact {
  readonly sentence: Sentence;
  /** In the sheet's text. */
  readonly span: Span;
  readonly standing: FactStanding;
}

/** Reports on a sheet: `claims` are what was found when it was checked as a draft against `sources`. */
export function factSheetReport(
  path: string,
  sheet: Reading,
  claims: readonly Claim[],
  sources: readonly SourceReading[],
  faulty: readonly FaultyNote[],
): DraftReport {
  const verifier = new Verifier(sources);
  const facts = sheet.sentences
    .filter(({ block }) => block.kind === "item")
    .map(
      (sentence): Fact => ({
        sentence,
        span: toDocument(sentence, { start: 0, end: sentence.text.length }),
        standing: verifier.standing(sentence),
      }),
    );
  const table = tableOf(sheet.document);
  const notes = facts
    .filter(({ span }) => !claims.some((claim) => claim.verdict === "contradicted" && overlaps(claim, span)))
    .flatMap((fact) => noteOn(fact, sources));
  const placed = (span: Span) => ({ ...span, range: rangeOf(table, span) });
  return {
    path,
    claims: claims.filter((claim) => isTold(claim, facts)).map((claim) => uncitedAside(claim)),
    notes: [
      ...notes.map(({ span, message }): Note => ({ ...placed(span), code: "fact-not-in-source", message })),
      ...faulty.map(({ span, message }): Note => ({ ...placed(span), code: "fact-note", message })),
    ].sort((a, b) => a.start - b.start),
    facts: facts.map(factInReport),
  };
}

function factInReport({ span, standing: { standing, passage } }: Fact): FactInReport {
  return { ...span, standing, passage: passage && evidenceOf({ ...passage, focus: [] }) };
}

function noteOn({ sentence, span, standing }: Fact, sources: readonly SourceReading[]) {
  if (standing.standing !== "not-said") return [];
  const { passage, missing } = standing;
  const title = passage?.source.title ?? (sources.length === 1 ? sources[0]!.title : null);
  const source = title === null ? "No source of this sheet" : `“${clip(title, 60)}”`;
  const not = title === null ? "says" : "does not say";
  const [first] = missing;
  if (!first) return [{ span, message: `${source} ${not} this.` }];
  const words = clip(sentence.text.slice(first.start, first.end), 60);
  return [
    { span: toDocument(sentence, first), message: `${source} ${not} “${words}” where it speaks of this.` },
  ];
}

/** What a source says word for word it cannot contradict, and a claim that nothing speaks of is told as a fact. */
function isTold(claim: Claim, facts: readonly Fact[]): boolean {
  if (claim.verdict === "unsupported") return false;
  if (claim.verdict === "supported") return true;
  return !facts.some(({ span, standing }) => standing.standing === "verbatim" && overlaps(claim, span));
}

/** A sheet names its source in its front matter: no fact of it needs a citation. */
function uncitedAside(claim: Claim): Claim {
  return claim.code === "uncited" ? { ...claim, code: null } : claim;
}
