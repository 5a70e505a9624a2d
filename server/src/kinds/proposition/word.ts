/**
 * Words a correction of a predicate in the draft's own style: the smallest change that makes it say what the source
 * says. Knows the two sentences' tokens, not where they stand.
 */
import type { Span, Token } from "../../text/types.ts";
import type { Difference } from "./compare.ts";
import { formOf, inflect, type VerbForm } from "./inflect.ts";
import { verbOperator } from "./operators.ts";
import type { Predicate } from "./types.ts";

/** A predicate with the sentence that it stands in. */
export interface PlacedPredicate {
  readonly predicate: Predicate;
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** Replace `span` of the claim's text by `newText`. */
export interface Rewording {
  readonly span: Span;
  readonly newText: string;
}

/** The correction, or null where no safe one is known. */
export function rewordPredicate(
  claim: PlacedPredicate,
  source: PlacedPredicate,
  difference: Difference,
): Rewording | null {
  switch (difference) {
    case "polarity":
      return claim.predicate.polarity === 1 ? negate(claim) : affirm(claim);
    case "opposite":
      return replaceHead(claim, source.predicate.lemma, source);
    case "status":
      return lowerStatus(claim, source);
    case "certainty":
      return soften(claim, source);
    case "none":
      return null;
  }
}

/** "has concluded" → "has not concluded", "endorses" → "does not endorse". */
function negate({ predicate, text, tokens }: PlacedPredicate): Rewording | null {
  if (predicate.form === "complement" || predicate.form === "modifier" || predicate.form === "noun") {
    const before = tokens[predicate.head - 1];
    if (before && (before.lemma === "be" || before.pos === "AUX")) return insertAfter(before, "not", text);
    return null;
  }
  const group = tokens.slice(predicate.tokens.start, predicate.tokens.end);
  const first = group[0]!;
  if (first.lemma === "to" || predicate.tense === "none")
    return { span: predicate.span, newText: `not ${text.slice(predicate.span.start, predicate.span.end)}` };
  if (
    first.pos === "AUX" ||
    first.lemma === "be" ||
    /^(will|would|can|could|may|might|must|shall|should)$/i.test(first.text)
  )
    return insertAfter(first, "not", text);
  if (first.lemma === "have" && group.length > 1) return insertAfter(first, "not", text);
  const form = formOf(first.text, first.lemma);
  const support =
    form === "past" || form === "participle" ? "did not" : form === "third" ? "does not" : "do not";
  return {
    span: { start: first.start, end: first.end },
    newText: matchCase(`${support} ${first.lemma}`, first.text),
  };
}

function insertAfter(token: Token, word: string, text: string): Rewording {
  return {
    span: { start: token.start, end: token.end },
    newText: `${text.slice(token.start, token.end)} ${word}`,
  };
}

/** "was not invited" → "was invited", "has yet to vote" → "has voted", "did not join" → "joined", "no receipt" → "a receipt". */
function affirm({ predicate, text, tokens }: PlacedPredicate): Rewording | null {
  const { negation } = predicate;
  if (!negation) return null;
  const at = tokens.findIndex((token) => token.start === negation.start);
  const negator = tokens[at];
  if (!negator) return null;
  const before = tokens[at - 1];
  const verb = tokens[predicate.head]!;
  const auxiliary = /^(has|have|had) yet$/i.exec(text.slice(negation.start, negation.end))?.[1];
  if (auxiliary)
    return {
      span: { start: negation.start, end: verb.end },
      newText: `${auxiliary} ${predicate.passive ? "been " : ""}${inflect(verb.lemma, "participle")}`,
    };
  if (before?.lemma === "do" && predicate.form === "verb") {
    const form: VerbForm = /^did$/i.test(before.text)
      ? "past"
      : /^does$/i.test(before.text)
        ? "third"
        : "base";
    return {
      span: { start: before.start, end: verb.end },
      newText: matchCase(inflect(verb.lemma, form), before.text),
    };
  }
  if (/^no$/i.test(negator.text)) {
    const next = tokens[at + 1];
    const article = next && /s$/i.test(next.text) ? "" : next && /^[aeiou]/i.test(next.text) ? "an" : "a";
    return article
      ? { span: negation, newText: matchCase(article, negator.text) }
      : removal(tokens, at, text);
  }
  if (/^(not|never|n[’']t)$/i.test(negator.text)) return removal(tokens, at, text);
  return null;
}

/** Takes a word out with the blank before it. */
function removal(tokens: readonly Token[], at: number, text: string): Rewording {
  const word = tokens[at]!;
  const next = tokens[at + 1];
  const start = tokens[at - 1]?.end ?? word.start;
  const attached = text.slice(start, word.start) === "" ? "" : " ";
  return { span: { start, end: next?.start ?? word.end }, newText: attached || (next ? " " : "") };
}

/** "rose" → "fell": the source's word in the draft's form. */
function replaceHead(
  { predicate, tokens }: PlacedPredicate,
  lemma: string,
  source: PlacedPredicate,
): Rewording | null {
  if (predicate.meaning !== predicate.lemma || source.predicate.meaning !== lemma) return null;
  const word = tokens[predicate.head]!;
  const theirs = source.tokens[source.predicate.head]!;
  const isVerb = word.pos === "VERB" && theirs.pos === "VERB";
  const newText = isVerb ? participleAware(predicate, word, lemma) : theirs.text.toLowerCase();
  return { span: { start: word.start, end: word.end }, newText: matchCase(newText, word.text) };
}

function participleAware(predicate: Predicate, word: Token, lemma: string): string {
  const form = formOf(word.text, word.lemma);
  const perfect = form === "past" && predicate.tokens.end - predicate.tokens.start > 1;
  return inflect(lemma, perfect ? "participle" : form);
}

/** "has adopted" → "has proposed" where the source only proposes; "has fined" → "has proposed to fine". */
function lowerStatus(claim: PlacedPredicate, source: PlacedPredicate): Rewording | null {
  const { predicate, tokens } = claim;
  const operator = source.predicate.operator;
  const word = tokens[predicate.head]!;
  if (source.predicate.polarity === -1) return negate(claim);
  if (source.predicate.tense === "future") return null;
  if (predicate.form !== "verb") return null;
  if (source.predicate.mood === "asserted" || operator === null)
    return replaceHead(claim, source.predicate.lemma, source);
  if (/^(may|might|could|can)$/.test(operator)) return soften(claim, source);
  // Only what the same subject does itself takes the act's place: "proposes to", not "is expected to", "subject to".
  if (verbOperator(operator)?.mood !== "intended" || ARRANGED.has(operator)) return null;
  const lowered = participleAware(predicate, word, operator);
  if (predicate.passive)
    return { span: { start: word.start, end: word.end }, newText: matchCase(lowered, word.text) };
  return {
    span: { start: word.start, end: word.end },
    newText: matchCase(`${lowered} to ${word.lemma}`, word.text),
  };
}

const ARRANGED = new Set(["expect", "anticipate", "schedule", "need", "invite"]);

/** "will follow" → "may follow". */
function soften({ predicate, tokens }: PlacedPredicate, source: PlacedPredicate): Rewording | null {
  const operator = source.predicate.operator ?? "may";
  const modal = tokens
    .slice(predicate.tokens.start, predicate.tokens.end)
    .find((token) => /^(will|would|shall|must)$/i.test(token.text));
  if (modal)
    return {
      span: { start: modal.start, end: modal.end },
      newText: matchCase(/^(may|might|could)$/.test(operator) ? operator : "may", modal.text),
    };
  return null;
}

function matchCase(text: string, like: string): string {
  return /^\p{Lu}/u.test(like) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
