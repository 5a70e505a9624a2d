/**
 * The reasons that a sentence gives, by the words that announce one: "because of", ", as", "the cause was". Knows one
 * sentence; compares nothing.
 */
import type { Sentence } from "../statements/types.ts";
import type { Span } from "../text/types.ts";

/** A reason as token ranges, ends exclusive: all of it, and what stands behind the words that announce it. */
export interface Cause {
  readonly range: Span;
  readonly content: Span;
  /** A whole clause: "because it expects …". */
  readonly clause: boolean;
}

/** Word sequences that announce a reason. */
const MARKERS: readonly (readonly string[])[] = [
  "because of",
  "due to",
  "owing to",
  "thanks to",
  "on account of",
  "on grounds of",
  "on the grounds of",
  "as a result of",
  "in response to",
  "in protest at",
  "in protest against",
  "for lack of",
  "for want of",
  "for fear of",
  "for reasons of",
  "caused by",
  "prompted by",
  "triggered by",
  "blamed on",
  "attributed to",
  "put down to",
  "down to",
  "owed to",
  "attributable to",
  "as a consequence of",
  "a result of",
  "in view of",
  "in light of",
  "driven by",
  "explained by",
  "on the ground that",
  "on the grounds that",
  "on grounds that",
  "the reason being that",
  "the reason is that",
  "the reason was that",
  "given that",
  "for fear that",
  "afraid that",
  "fearing that",
  "arguing that",
  "fearing",
  "citing",
  "because",
].map((marker) => marker.split(" "));
const LONGEST = 18;

const cache = new WeakMap<Sentence, readonly Cause[]>();

/** The reasons that a sentence gives, in order. */
export function readCauses(sentence: Sentence): readonly Cause[] {
  let causes = cache.get(sentence);
  if (!causes) {
    causes = sentence.tokens.flatMap((_, at) => causeAt(sentence, at) ?? []);
    cache.set(sentence, causes);
  }
  return causes;
}

function causeAt(sentence: Sentence, at: number): Cause | null {
  const { tokens } = sentence;
  const word = tokens[at]!.text.toLowerCase();
  const marker =
    MARKERS.find(
      (words) => words[0] === word && words.every((one, i) => tokens[at + i]?.text.toLowerCase() === one),
    ) ??
    namedReason(sentence, at) ??
    (isReasonClause(sentence, at) || isQuarrel(sentence, at) ? [word] : null);
  if (!marker || isDenied(sentence, at) || (word === "down" && !isPutDown(sentence, at))) return null;
  const clause = /^(?:because|as|that)$/.test(marker.at(-1)!);
  const start = at + marker.length;
  let end = start;
  while (end < tokens.length && end - start < LONGEST && !endsCause(sentence, end, clause, end === start))
    end += 1;
  const from = marker[1] === "lack" || marker[1] === "want" ? at + 1 : start;
  return end > start ? { range: { start: at, end }, content: { start: from, end }, clause } : null;
}

/** "The cause, she said, was …", "the reason is …": the words up to the copula; null where there is none. */
function namedReason({ tokens }: Sentence, at: number): readonly string[] | null {
  if (!/^(?:cause|reason)$/i.test(tokens[at]!.text) || tokens[at - 1]?.text.toLowerCase() !== "the")
    return null;
  let copula = at + 1;
  if (tokens[copula]?.text === ",")
    for (copula += 1; copula < at + 8 && tokens[copula]?.text !== ","; copula++);
  if (tokens[copula]?.text === ",") copula += 1;
  const after = tokens[copula + 1]?.text.toLowerCase();
  if (
    !/^(?:is|was)$/i.test(tokens[copula]?.text ?? "") ||
    /^(?:not|no|n[’']t|that|because)$/.test(after ?? "not")
  )
    return null;
  return tokens.slice(at, copula + 1).map(({ text }) => text.toLowerCase());
}

/** "puts it down to the strike", "is down to the strike"; nothing falls for a reason "down to the ground". */
function isPutDown({ tokens }: Sentence, at: number): boolean {
  return tokens.slice(Math.max(0, at - 4), at).some(({ lemma }) => lemma === "put" || lemma === "be");
}

/** "She left the cabinet over the buses": what somebody leaves, quarrels or protests over. */
function isQuarrel({ tokens, dates, quantities }: Sentence, at: number): boolean {
  if (tokens[at]!.lemma !== "over" || tokens[at + 1]?.pos !== "DET") return false;
  const { start } = tokens[at + 1]!;
  if ([...dates, ...quantities].some((value) => start >= value.start && start < value.end)) return false;
  return tokens.slice(Math.max(0, at - 5), at).some(({ lemma }) => QUARRELS.has(lemma));
}
const QUARRELS = new Set(
  "resign leave quit walk protest strike clash quarrel row dispute sue resignation criticise criticize split".split(
    " ",
  ),
);

/** Verbs of what somebody says or thinks: ", as she told the court" gives no reason. */
const SAYING = new Set(
  `say tell put point note expect explain argue warn predict hope plan promise fear report describe state show claim
  know recall write see suggest mention announce do think believe ask request require`.split(/\s+/),
);

/** ", as the agenda left it out": behind a comma a clause with more than its verb. */
function isReasonClause({ tokens, predicates }: Sentence, at: number): boolean {
  if (tokens[at]!.lemma !== "as" || tokens[at - 1]?.text !== ",") return false;
  const verb = predicates.find(({ form, head }) => form === "verb" && head > at + 1);
  if (!verb || verb.head > at + 9 || SAYING.has(verb.lemma)) return false;
  if (tokens.slice(at, verb.tokens.end + 1).some(({ pos }) => pos === "PUNCT")) return false;
  if (!/^(?:NOUN|PROPN|PRON)$/.test(tokens[verb.tokens.start - 1]!.pos)) return false;
  return verb.tokens.end < tokens.length;
}

/** "not because of", "partly because": no reason, or not the whole of it. */
function isDenied({ tokens }: Sentence, at: number): boolean {
  const before = [tokens[at - 1], tokens[at - 2]];
  return before.some(
    (token) =>
      token !== undefined &&
      /^(not|partly|partially|also|simply|just|only|neither|nor|n[’']t)$/i.test(token.text),
  );
}

function endsCause({ tokens }: Sentence, at: number, clause: boolean, first: boolean): boolean {
  const { text, pos } = tokens[at]!;
  if (/^[,;:.()–—?!]$/.test(text)) return true;
  if (clause || first) return false;
  const qualifies = /^(?:DET|ADJ)$/.test(tokens[at - 1]!.pos);
  if (pos === "AUX" || (pos === "VERB" && !/ing$/.test(text) && !qualifies)) return true;
  const next = tokens[at + 1];
  return pos === "CCONJ" && (next?.pos === "VERB" || next?.pos === "AUX" || next?.pos === "PRON");
}
