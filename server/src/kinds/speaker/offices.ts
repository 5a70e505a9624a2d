/**
 * Who holds which role in a document: "the spokesman", "the finance minister" of whom a name was given before. Knows
 * phrases and a register.
 */
import { BODY_NOUNS, namesPerson, OFFICES, ORGANISATION_WORDS } from "./cues.ts";
import type { FrameToken, Phrase } from "./phrase.ts";
import type { Register } from "./trace.ts";

const DEFINITE = /^(?:the|its|his|her|their|this|that)$/i;
/** Whoever stands in for an office or has left it is not called by its plain name. */
const STAND_IN = /^(?:deputy|vice|former|acting|assistant|ex|shadow)$/i;

/** The noun that says what somebody is: "head" of "head of the inventory unit"; null where it only modifies ("member states"). */
export function headNoun(tokens: readonly FrameToken[], phrase: Phrase): string | null {
  const at = headAt(tokens, phrase);
  return at < 0 ? null : tokens[at]!.lemma;
}

function headAt(tokens: readonly FrameToken[], phrase: Phrase): number {
  let head = -1;
  for (let i = phrase.first; i <= phrase.last; i++) {
    const token = tokens[i]!;
    if (/^(?:of|for|at|in|to|on|from|who|,)$/.test(token.text) && head >= 0) break;
    if (namesPerson(token)) head = i;
    else if (
      head >= 0 &&
      (/^['’]s?$/.test(token.text) || (token.pos === "NOUN" && !/^\p{Lu}/u.test(token.text)))
    )
      head = -1;
  }
  return head;
}

/** True where the head noun of the phrase is one person. */
export function isOnePerson(tokens: readonly FrameToken[], phrase: Phrase): boolean {
  const at = headAt(tokens, phrase);
  if (at < 0) return false;
  const { text, lemma } = tokens[at]!;
  return (
    !(text.length > lemma.length && /s$/i.test(text)) && !/^(?:women|men|people)$|(?:men|women)$/i.test(text)
  );
}

/** The words between the article and the head noun, in lower case: "finance" of "the finance minister". */
function modifiers(tokens: readonly FrameToken[], phrase: Phrase): string[] {
  const at = headAt(tokens, phrase);
  return tokens
    .slice(phrase.first, Math.max(at, phrase.first))
    .map((token) => token.text.toLowerCase())
    .filter((word) => /^\p{L}/u.test(word) && !DEFINITE.test(word) && !/^(?:an?|one|senior|new)$/.test(word));
}

/** Remembers who holds the role that the phrase names. */
export function registerRole(
  tokens: readonly FrameToken[],
  phrase: Phrase,
  canonical: string,
  roles: Register<string | null>,
): void {
  const head = headNoun(tokens, phrase);
  if (!head) return;
  const words = modifiers(tokens, phrase);
  for (const word of words) roles.set(`${word} ${head}`, canonical);
  if (words.some((word) => STAND_IN.test(word))) return;
  roles.set(`last ${head}`, canonical);
  const known = roles.get(head);
  if (known === undefined) roles.set(head, canonical);
  else if (known !== canonical) roles.set(head, null);
}

/** "the spokesman", "the finance minister" of whom a name was given before: its holder, of several the last. */
export function heldRole(
  tokens: readonly FrameToken[],
  phrase: Phrase,
  roles: Register<string | null>,
): string | null {
  if (!DEFINITE.test(tokens[phrase.first]!.text)) return null;
  const head = headNoun(tokens, phrase);
  if (!head) return null;
  const words = modifiers(tokens, phrase);
  for (const word of words) {
    const holder = roles.get(`${word} ${head}`);
    if (holder) return holder;
  }
  if (words.length > 0) return null;
  return roles.get(head) ?? roles.get(`last ${head}`) ?? null;
}

/** "the Portuguese", "the German". */
const DEMONYM =
  /^\p{Lu}\p{Ll}+(?:ese|ish|ian|ean|ican|man|[kn]er|eek|ech|ench|utch|wiss|wede|dane|inn|urk|ole|erb|roat|ovak)$/u;

/** "the biologist", "the 43-year-old": a description of somebody who was named just before, no office of its own. */
export function isDescription(tokens: readonly FrameToken[], phrase: Phrase): boolean {
  if (!/^the$/i.test(tokens[phrase.first]!.text)) return false;
  const last = tokens[phrase.last]!;
  if (/^olds?$/i.test(last.text) && tokens[phrase.last - 1]?.text === "-") return true;
  if (phrase.last === phrase.first + 1 && DEMONYM.test(last.text)) return true;
  const at = headAt(tokens, phrase);
  return at === phrase.last && !OFFICES.has(last.lemma) && isOnePerson(tokens, phrase);
}

/** "the company", "the union that called the strike": a body in common words. */
export function namesBody(tokens: readonly FrameToken[], phrase: Phrase): boolean {
  if (headNoun(tokens, phrase)) return false;
  const words = tokens.slice(phrase.first, phrase.last + 1).map(({ text }) => text);
  return words.some((word) => ORGANISATION_WORDS.has(word) || BODY_NOUNS.has(word));
}
