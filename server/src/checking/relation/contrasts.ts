/**
 * What a source sets against another thing: "a grant, not a loan", "guidelines rather than a treaty". A draft that says the
 * thing set aside is contradicted. Knows contrasts within one sentence.
 */
import type { Predicate } from "../../kinds/proposition/types.ts";
import type { Sentence } from "../../statements/types.ts";
import type { Token } from "../../text/types.ts";
import type { Pairing } from "../alignment/align.ts";
import { keptFor } from "../kept.ts";
import { isQuoted } from "../stance.ts";
import type { Finding } from "../types.ts";
import {
  type RelationContext,
  relationFinding,
  type Shared,
  sharedSurroundings,
  sharedWords,
} from "./context.ts";
import { isPossessiveMark, type Phrase, phraseEndingAt, phraseStartingAt } from "./phrases.ts";
import { ownSpan, rewordPhrase } from "./wording.ts";

/** What is so, and what it is set against. */
export interface Contrast {
  readonly kept: Phrase;
  readonly denied: Phrase;
}

const CANDIDATES = 5;

/** The contrasts of a sentence between things, in order; amounts and dates aside. */
export const readContrasts: (sentence: Sentence) => readonly Contrast[] = keptFor((sentence) => {
  return sentence.tokens.flatMap((token, at) => {
    const contrast = /^(not|rather|instead)$/i.test(token.text) ? contrastAt(sentence, at) : null;
    return contrast && !isValue(sentence, contrast.denied) && !isValue(sentence, contrast.kept)
      ? [contrast]
      : [];
  });
});

function contrastAt(sentence: Sentence, at: number): Contrast | null {
  const { tokens } = sentence;
  if (tokens[at]!.lemma !== "not") {
    const link = /^(than|of)$/i.test(tokens[at + 1]?.text ?? "");
    return link ? pairOf(sentence, at - 1, at + 2) : null;
  }
  const denied = thingFrom(sentence, at + 1);
  if (!denied) return null;
  const after = tokens[denied.last + 1]?.text === "," ? denied.last + 2 : denied.last + 1;
  if (tokens[after]?.lemma === "but") {
    const kept = thingFrom(sentence, after + 1);
    return kept ? { kept, denied } : null;
  }
  let before = at - 1;
  if (/^(and|but)$/i.test(tokens[before]?.text ?? "")) before -= 1;
  if (tokens[before]?.text === ",") before -= 1;
  return before < at - 1 ? pairOf(sentence, before, at + 1) : null;
}

/** The thing that ends at token `last` and the thing that starts at token `first`, both behind one preposition or both without. */
function pairOf(sentence: Sentence, last: number, first: number): Contrast | null {
  const { tokens } = sentence;
  const denied = thingFrom(sentence, first);
  const kept = phraseEndingAt(sentence, tokens[last]?.text === "," ? last - 1 : last);
  if (!denied || !kept || denied.pronoun) return null;
  const link = tokens[first]!.lemma === "because" ? tokens[first + 1]! : tokens[first]!;
  if (link.pos !== "ADP" || tokens[kept.first - 1]?.lemma === link.lemma)
    return kept.pronoun ? null : { kept, denied };
  for (let i = kept.first - 1; i >= Math.max(0, kept.first - 8); i--) {
    if (tokens[i]!.lemma !== link.lemma) continue;
    const outer = phraseStartingAt(sentence, i + 1);
    return outer && !outer.pronoun ? { kept: outer, denied } : null;
  }
  return null;
}

function thingFrom(sentence: Sentence, at: number): Phrase | null {
  const { tokens } = sentence;
  let first = tokens[at]?.text.toLowerCase() === "because" ? at + 1 : at;
  if (tokens[first]?.pos === "ADP") first += 1;
  const opener = tokens[first];
  if (!opener || !/^(DET|NOUN|PROPN|ADJ)$/.test(opener.pos)) return null;
  const found = phraseStartingAt(sentence, first);
  const next = found ? tokens[found.last + 1] : undefined;
  return found && next?.pos !== "VERB" && next?.pos !== "AUX" ? found : null;
}

function isValue({ tokens, dates, quantities }: Sentence, { first, last }: Phrase): boolean {
  const start = tokens[first]!.start;
  const end = tokens[last]!.end;
  return [...dates, ...quantities].some((value) => value.start < end && start < value.end);
}

/** Findings on things that the statements set aside. */
export function checkContrasts(context: RelationContext): Finding[] {
  const { sentence, stance, pairings } = context;
  if (stance.question || stance.supposed === 1) return [];
  return pairings.slice(0, CANDIDATES).flatMap((pairing) =>
    readContrasts(pairing.statement.sentence).flatMap((contrast) => {
      const mine = phraseFor(sentence, contrast, pairing.statement.sentence);
      if (!mine || isDenied(sentence, mine)) return [];
      if (isDoerInstead(sentence, mine, pairing.statement.sentence, contrast.denied)) return [];
      const shared = sharedWords(
        pairing,
        [rangeOf(mine)],
        [rangeOf(contrast.kept), rangeOf(contrast.denied)],
      );
      return isAligned(context, pairing, shared) ||
        (shared.own >= 0.35 && isSameReason(sentence, mine, pairing.statement.sentence, contrast.denied)) ||
        isSameFrame(context, pairing, contrast, mine)
        ? [contradiction(context, pairing, contrast, mine, shared)]
        : [];
    }),
  );
}

/** Whether both stand behind "because of". */
function isSameReason(sentence: Sentence, mine: Phrase, stated: Sentence, denied: Phrase): boolean {
  const isReason = ({ tokens }: Sentence, { first }: Phrase) =>
    tokens[first - 2]?.lemma === "because" && tokens[first - 1]?.lemma === "of";
  return isReason(sentence, mine) && isReason(stated, denied);
}

/** A thing set aside as the aim or the place of an act ("a gift to the lender, not to the borrower") is no doer of another. */
function isDoerInstead(sentence: Sentence, mine: Phrase, stated: Sentence, denied: Phrase): boolean {
  const link = stated.tokens[denied.first - 1];
  if (link?.pos !== "ADP" || /^(?:by|of)$/.test(link.lemma)) return false;
  return sentence.predicates.some(
    ({ form, passive, subject }) =>
      form === "verb" &&
      !passive &&
      subject !== null &&
      mine.head >= subject.start &&
      mine.head < subject.end,
  );
}

const rangeOf = ({ first, last }: Phrase) => ({ start: first, end: last + 1 });

/** The draft's phrase for the thing set aside; null where the draft names the other thing too, or neither. */
function phraseFor(sentence: Sentence, { kept, denied }: Contrast, stated: Sentence): Phrase | null {
  const sameHead = kept.key === denied.key;
  // "the cap on new leases but not the cap on increases": what tells them apart stands behind them.
  if (sameHead && qualifier(stated, kept) === qualifier(stated, denied)) return null;
  let found: Phrase | null = null;
  for (const term of sentence.terms) {
    if (term.key === kept.key && !sameHead) return null;
    if (term.key !== denied.key || term.verb || found) continue;
    if (isQuoted(sentence, term)) return null;
    const phrase = phraseAround(sentence, term.token);
    if (!phrase || phrase.head !== term.token) continue;
    if (sameHead && qualifier(sentence, phrase) !== qualifier(stated, denied)) continue;
    if (!coversQualifiers(sentence, phrase, stated, denied)) continue;
    found = phrase;
  }
  return found;
}

/** Whether the draft's phrase is no narrower thing than the one set aside: "a bridge loan" is no "loan from the Fund". */
function coversQualifiers(sentence: Sentence, mine: Phrase, stated: Sentence, denied: Phrase): boolean {
  const own = qualifier(sentence, mine);
  return own === "" || own === qualifier(stated, denied);
}

/** Lemma of the word right before the head, "" where there is none. */
function qualifier({ tokens }: Sentence, { head, first }: Phrase): string {
  const before = head > first ? tokens[head - 1] : undefined;
  return before && /^(ADJ|NOUN|PROPN|VERB)$/.test(before.pos) ? before.lemma : "";
}

/** The phrase whose words run on over token `at`. */
function phraseAround(sentence: Sentence, at: number): Phrase | null {
  const { tokens } = sentence;
  let last = at;
  while (/^(NOUN|PROPN)$/.test(tokens[last + 1]?.pos ?? "")) last += 1;
  return phraseEndingAt(sentence, isPossessiveMark(tokens, last + 1) ? last + 1 : last);
}

const DENIERS =
  /^(not|no|never|nor|neither|without|than|instead|rather|unlike|n't|n’t|cannot|whether|or|either)$/i;

/** Whether the draft denies the thing, or weighs it against another. */
function isDenied({ tokens, predicates }: Sentence, { first, head, last }: Phrase): boolean {
  const near = tokens[Math.max(0, first - 4)]!.start;
  if (
    predicates.some(
      (one) =>
        one.polarity === -1 &&
        ((one.head === head && (one.negation?.start ?? near) >= near) || isSubjectOf(one, head)),
    )
  )
    return true;
  const around = (token: Token | undefined) => token !== undefined && DENIERS.test(token.text);
  for (let i = first - 1; i >= Math.max(0, first - 4); i--) if (around(tokens[i])) return true;
  return around(tokens[last + 1]) || around(tokens[first]);
}

/** "Farming is not covered": the denied verb is said of the thing. */
function isSubjectOf({ form, subject, negation, tokens }: Predicate, head: number): boolean {
  if (form !== "verb" || !subject || negation === null) return false;
  return head >= subject.start && head < subject.end && tokens.start - head <= 4;
}

function isAligned(
  context: RelationContext,
  pairing: Pairing,
  { own, context: around, share }: Shared,
): boolean {
  if (own >= 0.9 || (own >= 0.55 && share >= 0.6)) return true;
  const { rank } = pairing.candidate;
  return rank <= 1 && own + around >= 0.7 && share >= 0.25 && context.stance.own === 0;
}

/** "It is a loan." beside "It is a grant, not a loan.": what "it" is the sentences around tell. */
function isSameFrame(context: RelationContext, pairing: Pairing, contrast: Contrast, mine: Phrase): boolean {
  const stated = pairing.statement.sentence;
  if (!isSaidOfPronoun(context.sentence, mine) || !isSaidOfPronoun(stated, contrast.kept)) return false;
  return sharedSurroundings(context, pairing, [contrast.kept.key, contrast.denied.key]) >= 1.2;
}

function isSaidOfPronoun({ tokens }: Sentence, { first }: Phrase): boolean {
  return (
    tokens[first - 1]?.lemma === "be" && /^(it|this|that|they|these)$/i.test(tokens[first - 2]?.text ?? "")
  );
}

function contradiction(
  context: RelationContext,
  pairing: Pairing,
  { kept }: Contrast,
  mine: Phrase,
  { own, context: around, share, back }: Shared,
): Finding {
  const { sentence } = context;
  const stated = pairing.statement.sentence;
  const span = ownSpan(sentence, mine);
  const newText = rewordPhrase(sentence, mine, stated, kept);
  return relationFinding(context, pairing, {
    span,
    focus: ownSpan(stated, kept),
    confidence: Math.min(0.93, 0.75 + 0.1 * (own + 0.4 * around)),
    replacement: { span, newText },
    expected: newText.replace(/['’]s?$/, ""),
    features: { contrast: 1, own, context: around, share, back, rank: pairing.candidate.rank },
  });
}
