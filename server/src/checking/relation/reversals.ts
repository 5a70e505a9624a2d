/**
 * A contrast told the wrong way round: the draft says "fog rather than a strike" where the source says that it was a strike
 * and not fog. Knows contrasts and what a passage denies.
 */
import type { Sentence } from "../../statements/types.ts";
import type { Token } from "../../text/types.ts";
import type { Pairing } from "../alignment/align.ts";
import { isQuoted } from "../stance.ts";
import type { Finding } from "../types.ts";
import { type RelationContext, relationFinding, spanOf } from "./context.ts";
import { type Contrast, readContrasts } from "./contrasts.ts";
import { type Phrase, textOf, widened } from "./phrases.ts";

const CANDIDATES = 6;
const DENIERS = /^(?:not|no|never|nor|neither|without|nothing|n[’']t)$/i;
/** Tokens before a thing within which a word denies it. */
const REACH = 5;

/** Findings on contrasts that a source tells the other way round. */
export function checkReversals(context: RelationContext): Finding[] {
  const { sentence, stance, pairings } = context;
  if (stance.question || stance.supposed === 1) return [];
  return readContrasts(sentence).flatMap((told) => {
    const kept = widened(sentence, told.kept);
    const denied = widened(sentence, told.denied);
    const contrast = { kept, denied };
    if (kept.key === denied.key || isQuoted(sentence, spanOf(sentence, kept.first, kept.last + 1))) return [];
    const found = pairings.slice(0, CANDIDATES).find((pairing) => isReversed(pairing, contrast));
    return found ? [contradiction(context, found, contrast)] : [];
  });
}

/** Whether the statement, with the sentence on either side, asserts the thing set aside and denies the other. */
function isReversed({ statement }: Pairing, { kept, denied }: Contrast): boolean {
  const { source, sentence } = statement;
  const passage = [-1, 0, 1]
    .map((step) => source.sentences[sentence.index + step])
    .filter((one): one is Sentence => one !== undefined && one.blockIndex === sentence.blockIndex);
  const asserted = signs(passage, denied.key);
  const refused = signs(passage, kept.key);
  if (!signs([sentence], denied.key).includes(1) && !signs([sentence], kept.key).includes(-1)) return false;
  return only(asserted, 1) && only(refused, -1);
}

const only = (signs: readonly number[], sign: number): boolean =>
  signs.length > 0 && signs.every((one) => one === sign);

/** For each time that a word stands in the passage: 1, or -1 where it is denied. */
function signs(passage: readonly Sentence[], key: string): number[] {
  return passage.flatMap((sentence) =>
    sentence.terms
      .filter((term) => term.key === key)
      .map(({ token }) => (isDeniedAt(sentence, token) ? -1 : 1)),
  );
}

function isDeniedAt({ tokens }: Sentence, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - REACH); i--) {
    const token = tokens[i]!;
    if (DENIERS.test(token.text) || isRatherThan(tokens, i)) return !isGivenUp(tokens.slice(i + 1, at));
    if (/^[,;:]$/.test(token.text) || /^(?:but|and)$/i.test(token.text)) return false;
  }
  return false;
}

/** "cheaper than gas" denies nothing. */
const isRatherThan = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]!.lemma === "than" && /^rather$/i.test(tokens[at - 1]?.text ?? "");

/** "has not given up on it": what is denied is the end of a thing, not the thing. */
const isGivenUp = (between: readonly Token[]): boolean =>
  between.some(({ lemma }) => /^(?:give|abandon|drop|rule|exclude|renounce)$/.test(lemma));

function contradiction(context: RelationContext, pairing: Pairing, { kept, denied }: Contrast): Finding {
  const { sentence } = context;
  const stated = pairing.statement.sentence;
  const [left, right] = kept.first < denied.first ? [kept, denied] : [denied, kept];
  const span = spanOf(sentence, left.first, right.last + 1);
  const between = sentence.text.slice(sentence.tokens[left.last]!.end, sentence.tokens[right.first]!.start);
  const newText = cased(sentence, right, left) + between + textOf(sentence, left);
  const focus = stated.terms.find(({ key }) => key === denied.key || key === kept.key)!;
  return relationFinding(context, pairing, {
    span,
    focus: { start: focus.start, end: focus.end },
    confidence: 0.85,
    replacement: { span, newText },
    expected: newText,
    features: { reversal: 1, rank: pairing.candidate.rank },
  });
}

/** The words of a phrase in the place of another. */
function cased(sentence: Sentence, phrase: Phrase, place: Phrase): string {
  const words = textOf(sentence, phrase);
  return place.first === 0 ? words.charAt(0).toUpperCase() + words.slice(1) : words;
}
