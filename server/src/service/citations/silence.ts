/**
 * Whether a source that is cited is silent on what a claim tells. Names, acts and relations may be told in many ways, so
 * nothing is made of a source that only words them otherwise. Knows one source and one claim; not how a claim is decided.
 */
import { statementsBeside } from "../../checking/alignment/pairings.ts";
import { compareNames } from "../../kinds/name/compare.ts";
import { bearsContent } from "../../kinds/quotation/words.ts";
import type { StatementIndex } from "../../sources/statement-index.ts";
import type { Reading, Sentence, SourceReading } from "../../statements/types.ts";
import type { Span } from "../../text/types.ts";
import { toDocument } from "../claims.ts";
import { plain } from "../footnotes.ts";
import type { Claim } from "../report.ts";

/** A statement that meets so much of the sentence's own words, by weight, or so many of them, may tell of the same thing. */
const NEAR = 0.35;
const SHARED = 2;
const ALIKE = 0.55;
/** So many of the sentence's words must stand in what supports it. */
const RESTATED = 0.6;
/** Shorter words than this, "von" or "the", tell no name, unless they are initials. */
const TELLING = 4;

/** `index` holds the source alone. */
export function isSilentOn(
  claim: Claim,
  draft: Reading,
  source: SourceReading,
  index: StatementIndex,
): boolean {
  const sentence = sentenceOf(claim, draft);
  if (!sentence) return false;
  const { kind } = claim;
  if (kind === "polarity" || kind === "relation") {
    if (kind === "relation" && names(source, [claim.text])) return false;
    return isRestated(sentence, claim) && !isNear(sentence, draft, index);
  }
  // An office in passing needs no source of its own where the source knows who holds it.
  const holders = holdersOf(claim, sentence);
  if (kind === "role" || (kind === "name" && holders.length > 0)) return !names(source, holders);
  return !names(source, [claim.text, ...namesOf(claim, sentence)]);
}

function sentenceOf({ start, end }: Claim, { sentences }: Reading): Sentence | undefined {
  return sentences.find((sentence) => {
    const span = toDocument(sentence, { start: 0, end: sentence.text.length });
    return span.start <= start && end <= span.end;
  });
}

/** The fullest forms of the names that a claim is on. */
function namesOf(claim: Claim, sentence: Sentence): string[] {
  return sentence.names.filter((name) => isOn(claim, sentence, name)).map(({ canonical }) => canonical);
}

/** Who holds the office that a claim is on, or is part of. */
function holdersOf(claim: Claim, sentence: Sentence): string[] {
  return sentence.roles.filter((role) => isOn(claim, sentence, role)).map(({ holder }) => holder);
}

function isOn(claim: Claim, sentence: Sentence, span: Span): boolean {
  const { start, end } = toDocument(sentence, span);
  return start < claim.end && claim.start < end;
}

/** Whether the source names any of them, if only by one of its words; true where nothing is asked. */
function names({ document, title, publisher, sentences }: SourceReading, wanted: readonly string[]): boolean {
  const text = ` ${plain([document.text, title, publisher ?? ""].join(" "))} `;
  const words = wanted.flatMap((name) => name.match(/[\p{L}\p{N}]+/gu) ?? []).filter(isTelling);
  if (words.length === 0 || words.some((word) => text.includes(` ${word.toLowerCase()} `))) return true;
  return sentences.some((sentence) =>
    sentence.names.some(({ canonical }) =>
      wanted.some((name) => compareNames(name, canonical) !== "different"),
    ),
  );
}

function isTelling(word: string): boolean {
  return bearsContent(word.toLowerCase()) && (word.length >= TELLING || /^[\p{Lu}\p{N}]{2,}$/u.test(word));
}

/** Whether the passage that supports the claim has most of the sentence's words: support in other words may be chance. */
function isRestated({ text, terms }: Sentence, { evidence }: Claim): boolean {
  const words = new Set(evidence.flatMap((one) => plain(one.text).split(" ")));
  const met = terms.filter(({ start, end, lemma }) => {
    const [word] = plain(text.slice(start, end)).split(" ");
    return words.has(lemma) || words.has(word!);
  });
  return met.length >= RESTATED * terms.length;
}

function isNear(sentence: Sentence, draft: Reading, index: StatementIndex): boolean {
  return statementsBeside(draft, sentence, index).pairings.some(({ answered, query, meetings }) => {
    const met = meetings.filter(
      ({ asked, term, similarity }) => term >= 0 && similarity >= ALIKE && query.terms[asked]!.own,
    );
    return answered >= NEAR || new Set(met.map(({ asked }) => asked)).size >= SHARED;
  });
}
