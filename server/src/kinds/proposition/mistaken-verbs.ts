/**
 * Verbs that the tagger takes for nouns or adjectives: "disputes the totals", "do not count towards", "will open in May".
 * Tells them by where they stand. Knows tokens only.
 */
import type { Token } from "../../text/types.ts";

const DETERMINERS = new Set(
  "the a an its their his her our your my this these that those no any every each all both".split(" "),
);
const SUBJECTS = new Set(["he", "she", "they", "who"]);
/** Pronouns that stand behind a verb and not behind a noun. */
const OBJECTS = new Set(["nothing", "it", "them", "him"]);
const MARKS = new Set([",", ";", ":", "(", ")", ".", "–", "—"]);
/** Words that open a clause of their own. */
const OPENERS = new Set(
  "that which who whom but while whereas although though because if unless when".split(" "),
);

/**
 * "The ministry disputes the figure", "a fear that the inquiry shares": a clause without any verb, and in it a noun in
 * -s behind its subject and before an article, or at the end of a relative clause.
 */
export function isMistakenNoun(
  tokens: readonly Token[],
  at: number,
  isVerbal: (token: Token | undefined) => boolean,
): boolean {
  const { pos, text, lemma } = tokens[at]!;
  const next = tokens[at + 1];
  const before = tokens[at - 1];
  const takesPronoun = text === lemma && before !== undefined && OBJECTS.has(next?.lemma ?? "");
  if (pos !== "NOUN" || (!takesPronoun && text.toLowerCase() !== `${lemma}s`)) return false;
  const from = clauseStart(tokens, at);
  const to = clauseEnd(tokens, at);
  if (tokens.slice(from, to).some(isVerbal)) return false;
  // "Mothers already retired gain nothing."
  if (takesPronoun) return from < at && before.pos !== "DET" && before.pos !== "ADP";
  if (before && SUBJECTS.has(before.text.toLowerCase())) return true;
  const takesObject = next !== undefined && DETERMINERS.has(next.text.toLowerCase());
  if (from === at) return takesObject && isAfterAside(tokens, at, isVerbal);
  if (!isSingular(before)) return false;
  if (takesObject) return true;
  const opener = tokens[from - 1]?.lemma;
  if (next && OPENERS.has(next.lemma)) return tokens[from]!.pos === "DET";
  return (
    (opener === "that" || opener === "which") &&
    tokens[from]!.pos === "DET" &&
    (next === undefined || next.pos === "PUNCT")
  );
}

function isSingular(token: Token | undefined): boolean {
  return token !== undefined && (token.pos === "NOUN" || token.pos === "PROPN") && !/s$/i.test(token.text);
}

/** "The report, out a week ago, names that drip": between the subject and its verb stands an aside, and no verb so far. */
function isAfterAside(
  tokens: readonly Token[],
  at: number,
  isVerbal: (token: Token | undefined) => boolean,
): boolean {
  const before = tokens.slice(0, at);
  const commas = before.filter(({ lemma }) => lemma === ",").length;
  const subject = before.find(({ pos }) => pos !== "DET" && pos !== "ADJ");
  return (
    commas === 2 &&
    !before.some((token) => isVerbal(token) || token.lemma === ";" || token.lemma === ":") &&
    (subject?.pos === "NOUN" || subject?.pos === "PROPN")
  );
}

function clauseStart(tokens: readonly Token[], at: number): number {
  let from = at;
  while (from > 0 && !MARKS.has(tokens[from - 1]!.lemma) && !OPENERS.has(tokens[from - 1]!.lemma)) from -= 1;
  return from;
}

function clauseEnd(tokens: readonly Token[], at: number): number {
  let to = at + 1;
  // "names that drip": right behind the word itself "that" opens no clause.
  if (tokens[to]?.lemma === "that") to += 1;
  while (to < tokens.length && !MARKS.has(tokens[to]!.lemma) && !OPENERS.has(tokens[to]!.lemma)) to += 1;
  return to;
}

/** Adjectives that are verbs behind a modal verb, for no adjective can stand there. */
const EITHER = new Set(
  "open close clear free empty dry slow narrow welcome own lower better warm cool".split(" "),
);
const BEHIND_VERB = new Set(["ADP", "PUNCT", "ADV", "PRON", "SCONJ", "CCONJ"]);
const DOING = /^(?:do|does|did)$/i;
const NEGATOR = /^(?:not|n['’]t|never)$/i;

/**
 * "would close the plant", "do not count towards", "will open in May": a bare word behind a modal verb, or behind a
 * negated "do", is a verb, whatever it is taken for.
 */
export function isAuxiliarysVerb(
  tokens: readonly Token[],
  at: number,
  modals: { has(word: string): boolean },
): boolean {
  const { pos, text, lemma } = tokens[at]!;
  if ((pos !== "ADJ" && pos !== "NOUN") || text !== lemma) return false;
  const negated = NEGATOR.test(tokens[at - 1]?.text ?? "");
  const auxiliary = tokens[negated ? at - 2 : at - 1]?.text.toLowerCase() ?? "";
  if (negated && pos === "NOUN") return DOING.test(auxiliary) || modals.has(auxiliary);
  if (!modals.has(auxiliary)) return false;
  const next = tokens[at + 1];
  if (DETERMINERS.has(next?.text.toLowerCase() ?? "")) return true;
  if (at < 2 || negated || (next && !BEHIND_VERB.has(next.pos))) return false;
  return pos === "NOUN" || EITHER.has(lemma);
}
