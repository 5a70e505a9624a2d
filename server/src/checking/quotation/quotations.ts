/**
 * Checks the quotations of a draft word by word against the sources. Knows readings and the index of words;
 * who said them is for speakers.ts.
 */
import type { WholeQuotation } from "../../kinds/quotation/read.ts";
import type { Reading, Sentence } from "../../statements/types.ts";
import type { Span } from "../../text/types.ts";
import type { Corpus, Finding, Passage, Rule } from "../types.ts";
import type { WordDocument } from "./documents.ts";
import { createQuotationIndex, type QuotationIndex } from "./index.ts";
import { matchQuotation, type QuotationMatch, quotationsOf } from "./match.ts";
import { replacedTerm } from "./term.ts";
import { type Correction, corrections } from "./wording.ts";

/** A rule that checks quotations; it keeps an index of the sources and updates it with the corpus. */
export function createQuotationRule(index: QuotationIndex = createQuotationIndex()): Rule {
  return (sentence: Sentence, draft: Reading, corpus: Corpus): Finding[] => {
    if (sentence.quotations.length === 0) return [];
    index.sync(corpus);
    return quotationsOf(sentence.block).flatMap((quotation) => {
      if (quotation.end <= sentence.span.start || quotation.start >= sentence.span.end) return [];
      return check(quotation, sentence, draft, index);
    });
  };
}

function check(
  quotation: WholeQuotation,
  sentence: Sentence,
  draft: Reading,
  index: QuotationIndex,
): Finding[] {
  const found = matchQuotation(quotation, firstSentence(quotation, sentence, draft), index);
  const part = partOf(quotation, sentence);
  const isUnsaid = part !== null && UNSAID.test(sentence.text.slice(0, part.start));
  if (!found) {
    const term = isUnsaid ? null : replacedTerm(quotation, sentence, index);
    if (term) return [term];
    return quotation.scare || part === null ? [] : [unsupported(sentence, part)];
  }
  if (found.relation === "verbatim") return part ? [supported(sentence, part, found)] : [];
  if (isUnsaid) return [];
  return contradicted(sentence, quotation, found);
}

/** "Did not say that they were …", "could have called it …": words that the draft says were not spoken. */
const UNSAID =
  /(?:\b(?:not|never|(?:could|would|might|should) have)|n['\u2019]t) (?:\w+ly )?(?:say|said|call|called|speak|spoke|spoken|write|written)\b[^"\u201c]{0,40}["\u201c]?$/i;

/** The sentence in which the quotation begins; its attributions tell the speaker. */
export function firstSentence(quotation: Span, sentence: Sentence, draft: Reading): Sentence {
  let at = sentence.index;
  while (
    at > 0 &&
    draft.sentences[at]?.blockIndex === sentence.blockIndex &&
    draft.sentences[at]!.span.start > quotation.start
  )
    at--;
  const first = draft.sentences[at];
  return first?.blockIndex === sentence.blockIndex ? first : sentence;
}

/** The quotation's words in the sentence, offsets in its text. */
function partOf(quotation: Span, sentence: Sentence): Span | null {
  const start = Math.max(quotation.start, sentence.span.start) - sentence.span.start;
  const end = Math.min(quotation.end, sentence.span.end) - sentence.span.start;
  return end > start ? { start, end } : null;
}

const NOTHING = { arithmetic: null, message: null, replacements: [], expected: null } as const;

function unsupported(sentence: Sentence, span: Span): Finding {
  const actual = sentence.text.slice(span.start, span.end);
  return {
    ...NOTHING,
    kind: "quotation",
    verdict: "unsupported",
    sentence,
    span,
    confidence: 0.6,
    actual,
    passages: [],
    features: {},
  };
}

function supported(sentence: Sentence, span: Span, found: QuotationMatch): Finding {
  const { match, document } = found.located;
  return {
    ...NOTHING,
    kind: "quotation",
    verdict: "supported",
    sentence,
    span,
    confidence: found.confidence,
    actual: sentence.text.slice(span.start, span.end),
    passages: passages(document, match.first, match.last),
    features: features(found),
  };
}

function contradicted(sentence: Sentence, quotation: WholeQuotation, found: QuotationMatch): Finding[] {
  const { start, end } = sentence.span;
  const own = corrections(found)
    .filter(({ span }) => span.start >= start && span.start < end && span.end <= end)
    .map((one) => ({ ...one, span: { start: one.span.start - start, end: one.span.end - start } }));
  const first = own[0];
  if (!first) return [];
  const span = claimSpan(own);
  const last = own.findLast((one) => one.span.end <= span.end) ?? first;
  const { document } = found.located;
  const actual = sentence.text.slice(span.start, span.end);
  const expected = applied(sentence.text, span, own);
  const words = { actual, expected, message: message(actual, expected, document, quotation) };
  return [
    {
      kind: "quotation",
      verdict: "contradicted",
      sentence,
      span,
      confidence: found.confidence,
      ...words,
      arithmetic: null,
      passages: passages(document, first.source[0], last.source[1]),
      replacements: own.map(({ span: at, newText }) => ({ span: at, newText })),
      features: features(found),
    },
  ];
}

/** From the first change to the last one that stands close by. */
function claimSpan(own: readonly Correction[]): Span {
  let end = own[0]!.span.end;
  for (const { span } of own) if (span.start - end < 60) end = span.end;
  return { start: own[0]!.span.start, end };
}

function applied(text: string, span: Span, own: readonly Correction[]): string {
  let result = "";
  let at = span.start;
  for (const { span: change, newText } of own) {
    if (change.end > span.end) break;
    result += text.slice(at, change.start) + newText;
    at = change.end;
  }
  return result + text.slice(at, span.end);
}

function message(
  actual: string,
  expected: string,
  { source }: WordDocument,
  { block }: WholeQuotation,
): string {
  const where = source.title === "" ? "The source" : `“${source.title}”`;
  const quotation = block ? "quoted passage" : "quotation";
  return expected === ""
    ? `${where} does not have “${actual}” in this ${quotation}.`
    : `${where} has “${expected}” in this ${quotation}, not “${actual}”.`;
}

/** The source sentences from word `first` to `last`, at most three. */
export function passages(document: WordDocument, first: number, last: number): Passage[] {
  const found: Passage[] = [];
  for (let at = first; at <= last && found.length < 3; ) {
    const index = document.sentence[at]!;
    let until = at;
    while (until < last && document.sentence[until + 1] === index) until++;
    const sentence = document.source.sentences[index]!;
    found.push({
      source: document.source,
      sentence,
      focus: [{ start: document.start[at]!, end: document.end[until]! }],
    });
    at = until + 1;
  }
  return found;
}

function features({ located, voices }: QuotationMatch): Record<string, number> {
  const { match, spoken } = located;
  return {
    similarity: match.similarity,
    words: match.words,
    matched: match.matched,
    changes: match.changes.length,
    spoken,
    sameSpeaker: voices === "same" ? 1 : voices === "different" ? -1 : 0,
  };
}
