/**
 * Whether a draft speaks for itself or of the sources: its own plans and numbers, what it supposes, asks, recommends
 * or quotes. Knows the draft's sentence and its context only.
 */
import type { Reading, Sentence } from "../statements/types.ts";
import type { Span } from "../text/types.ts";

export interface Stance {
  /** "we", "our", "I" in the sentence: the writer's own matter, 0 or 1. */
  readonly own: number;
  /** "if", "suppose", "were … to", "would": nothing is claimed. */
  readonly supposed: number;
  readonly question: number;
  /** Stands under "recommendations", "next steps", "requests" or is an order to the reader. */
  readonly advice: number;
  /** In a heading, a footnote or a line of metadata ("**Date:** …"). */
  readonly aside: number;
  /** A place, body or person that no source names stands in the sentence: another matter. */
  readonly foreign: number;
}

const OWN = /^(we|our|us|i|my|me|mine|ours|ourselves|your|yours)$/i;
/** Headings and lead-ins of what the writer wants; "If asked", "What the audit found", "The decision" report. */
const ADVICE =
  /\b(?:recommendations?|(?:is|are|we|i) recommend(?:ed)?|requests?|next steps?|what (?:i|we) (?:will|would|should|ask|want|propose)|(?:our|an?|smaller|bigger) asks?|(?:we|i) (?:\w+ )?(?:ask|request|propose|urge)|our proposals?|for (?:approval|decision)|approve|annex|contacts?|further reading|sources?|to do|actions?)\b/i;

/** "What should not be said", "Do not say:". */
const UNSAID =
  /\b(?:(?:should|must|can|may|need) ?not (?:be )?|do not |don['\u2019]t |never )(?:say|said|claim(?:ed)?|repeat(?:ed)?|write|written)\b\W*$/i;

/** The stance of a sentence towards its sources. `known` tells whether any source holds a word family. */
export function stanceOf(reading: Reading, sentence: Sentence, known: (key: string) => boolean): Stance {
  const words = sentence.tokens;
  const first = words[0]?.text.toLowerCase() ?? "";
  const inverted = /^(were|had|should)$/.test(first) && !sentence.text.trimEnd().endsWith("?");
  const supposed =
    inverted ||
    words.some(
      (word, at) =>
        /^(if|suppose|supposing|imagine|assuming|unless)$/i.test(word.text) && !isIdiom(sentence, at),
    );
  const conditional = words.some(
    (word, at) => /^(would|could|'d|’d)$/i.test(word.text) && !isReported(sentence, at),
  );
  const leadIn = sentence.block.leadIn?.split(/(?<=[.!?])\s+/).at(-1) ?? "";
  const context = [...sentence.block.headings.slice(-1), leadIn].join(" ");
  return {
    own: words.some((word) => OWN.test(word.text)) ? 1 : 0,
    supposed:
      supposed || isRebutted(reading, sentence) || isByline(sentence) || UNSAID.test(context)
        ? 1
        : conditional
          ? 0.5
          : 0,
    question: sentence.text.trimEnd().endsWith("?") ? 1 : 0,
    advice: ADVICE.test(context) || isImperative(sentence) || isOwnPlan(sentence) ? 1 : 0,
    aside:
      sentence.block.kind === "heading" ||
      sentence.block.footnote !== null ||
      /^\W*(to|from|date|for|by|contact|ref\w*|pages?)\s*:/i.test(sentence.text)
        ? 1
        : 0,
    foreign: foreignShare(sentence, known),
  };
}

/** "For the meeting with the mayors on 2 October", "Committee staff, 16 April 2025": a paragraph of one line without a verb tells of the text. */
function isByline({ block, predicates, text }: Sentence): boolean {
  return (
    block.kind === "paragraph" &&
    block.sentences.length === 1 &&
    BYLINE.test(text) &&
    !text.includes(":") &&
    !predicates.some(({ form }) => form === "verb")
  );
}
const BYLINE = /^\W*(?:for|to|from|by|prepared|drafted)\b|,[^,]*\b\d{4}\W*$/i;

/** "they, if anyone, have cause": no condition. */
function isIdiom({ tokens }: Sentence, at: number): boolean {
  return (
    /^(?:any|anyone|anybody|anything|ever)$/i.test(tokens[at + 1]?.text ?? "") &&
    tokens[at + 2]?.pos === "PUNCT"
  );
}

/** "believes that it would cost": a conditional below another verb is that verb's tense, no condition of the sentence. */
function isReported({ predicates }: Sentence, token: number): boolean {
  return predicates.some(
    ({ form, governor, tokens: { start, end } }) =>
      form === "verb" && governor !== null && token >= start && token < end,
  );
}

/** "A leaflet claims that … That is false": told in order to be denied. */
function isRebutted({ sentences }: Reading, { index, blockIndex, text }: Sentence): boolean {
  if (REBUTTED.test(text)) return true;
  const next = sentences[index + 1];
  return next?.blockIndex === blockIndex && REBUTTAL.test(next.text);
}
const REBUTTAL =
  /^(?:but |yet )?(?:that|this|it|they|both|neither|none of (?:this|it))(?: claim| figure| story)? (?:(?:is|was|are|were) (?:simply |just |plainly )?(?:false|untrue|wrong|not (?:true|so|right|correct)|a myth|nonsense|incorrect)|(?:is|was) not the case|(?:is|was|are|were|do|does|did|has|have|had)(?: not|n['\u2019]t)\s*(?:[.:;\u2013\u2014]|$))/i;

/** "Some papers wrote that …, which is not so." */
const REBUTTED =
  /, which (?:is|was) (?:simply |just |plainly )?(?:false|untrue|wrong|not (?:true|so|right|correct|the case)|a myth|nonsense|incorrect)\W*$/i;

/** "We propose that …", "our plan is to …": the writer's own intention. */
function isOwnPlan({ tokens }: Sentence): boolean {
  const at = tokens.findIndex((token) => /^(we|i|our|my)$/i.test(token.text));
  return at >= 0 && tokens.slice(at + 1, at + 6).some(({ lemma }) => PLANNING.has(lemma));
}
const PLANNING = new Set(
  "propose recommend suggest plan intend request ask urge aim advise proposal recommendation".split(" "),
);

/** "Nominate a contact point by …": an order to the reader opens with a bare verb. */
function isImperative({ tokens, text }: Sentence): boolean {
  const first = tokens.find(
    ({ pos, text: word }) => pos !== "PUNCT" && pos !== "NUM" && !/^(?:so|then|please)$/i.test(word),
  );
  if (first && /^\W*(?:do not|don['\u2019]t|never) \p{Ll}+/iu.test(text.slice(first.start))) {
    const next = tokens.find(({ pos, start }) => pos === "VERB" && start > first.start);
    return next?.text === next?.lemma;
  }
  return first?.pos === "VERB" && first.text.toLowerCase() === first.lemma;
}

function foreignShare(sentence: Sentence, known: (key: string) => boolean): number {
  let weight = 0;
  let foreign = 0;
  for (const term of sentence.terms) {
    if (!term.name) continue;
    weight += 1;
    if (!known(term.key)) foreign += 1;
  }
  return weight > 0 ? foreign / weight : 0;
}

/** True where a span of the sentence lies between quotation marks: checked as a quotation, never as a claim. */
export function isQuoted(sentence: Sentence, span: Span): boolean {
  return sentence.quotations.some(
    (quotation) => !quotation.scare && span.start >= quotation.start && span.end <= quotation.end,
  );
}
