/**
 * How far a role's words run around its head. Knows tokens and word lists; not whose role it is.
 */
import { lookUpName } from "../../lexicon/gazetteer.ts";
import type { Token } from "../../text/types.ts";
import type { NameMention } from "../name/types.ts";
import { organisationHeads } from "../name/words.ts";
import { isHonorific } from "./reader.ts";
import { bodyNouns, headClass, mayHeadRole } from "./words.ts";

/** A role phrase as token indices, `end` exclusive. */
export interface RolePhrase {
  /** The first token, a possessor ("NUKIB's", "its") included, an article not. */
  readonly start: number;
  /** The first token with the article, if there is one. */
  readonly outer: number;
  readonly headEnd: number;
  /** After the complements ("of staff", "for control at the Agency"). */
  readonly end: number;
}

const COMPLEMENT_WORDS = 14;
const MODIFIER_WORDS = 6;

/** The role phrase whose head stands at token `k`, or null where the word is no role here. */
export function phraseAt(
  tokens: readonly Token[],
  k: number,
  names: ReadonlyMap<number, NameMention>,
): RolePhrase | null {
  const head = headAt(tokens, k);
  if (head === 0 || (names.has(k) && head === 1)) return null;
  const headEnd = k + head;
  let start = k;
  while (start > 0 && k - start < MODIFIER_WORDS && isModifier(tokens, start - 1, names)) start--;
  const owned = possessorStart(tokens, start, names);
  const begin = owned ?? start;
  if (owned !== null && head === 1 && /^deputy$/i.test((tokens[k] as Token).text)) return null;
  const outer = /^(?:the|a|an)$/i.test(tokens[begin - 1]?.text ?? "") ? begin - 1 : begin;
  return { start: begin, outer, headEnd, end: complementEnd(tokens, headEnd, names) };
}

/** How many tokens the head at `k` has, 0 where there is none. */
function headAt(tokens: readonly Token[], k: number): number {
  const first = tokens[k];
  if (!first) return 0;
  const words = [
    first.text.toLowerCase(),
    tokens[k + 1]?.text.toLowerCase(),
    tokens[k + 2]?.text.toLowerCase(),
  ];
  for (let n = 3; n >= 2; n--) {
    const text = words.slice(0, n).join(" ").replace(" - ", "-");
    if (words[n - 1] !== undefined && headClass(text)) return n;
  }
  const word = (words[0] as string).replace(/^(?:vice|deputy|ex)-(?=.)/, "");
  if (!mayHeadRole(word)) return 0;
  if (first.pos === "VERB" || first.pos === "ADV" || /^[A-Z]{2,}$/.test(tokens[k + 1]?.text ?? "")) return 0;
  if (/^(?:deputy|member|officer|secretary)$/.test(word) && qualifiesNext(tokens, k)) return 0;
  if (/^(?:general|chief|head|justice|principal|prime|chair|expert)$/.test(word) && isNounNext(tokens, k))
    return 0;
  // "the General Staff", "the General Court"
  if (word === "general" && organisationHeads.has(tokens[k + 1]?.text.toLowerCase() ?? "")) return 0;
  return 1;
}

/** "deputy minister", "member state": the next word belongs to the same phrase and is no proper name. */
function qualifiesNext(tokens: readonly Token[], k: number): boolean {
  const next = tokens[k + 1];
  if (!next || next.start - (tokens[k] as Token).end > 1) return false;
  if (next.pos === "NOUN" || next.pos === "ADJ") return true;
  return headAt(tokens, k + 1) > 0 || headAt(tokens, k + 2) > 0 || next.text === "State";
}

/** "general meeting", "chief executive": the word qualifies what follows. */
function isNounNext(tokens: readonly Token[], k: number): boolean {
  const next = tokens[k + 1];
  if (!next || next.start - (tokens[k] as Token).end > 1) return false;
  if (mayHeadRole(next.text.toLowerCase())) return true;
  if (/^(?:ADJ|PROPN)$/.test(next.pos) && mayHeadRole((tokens[k + 2]?.text ?? "").toLowerCase())) return true;
  return next.pos === "NOUN" && !/^(?:of|at)$/.test(next.text);
}

function isModifier(tokens: readonly Token[], i: number, names: ReadonlyMap<number, NameMention>): boolean {
  const token = tokens[i] as Token;
  if (names.has(i))
    return (
      lookUpName(token.text)[0]?.sense === "people" || /^(?:[A-Z]{2,}|(?:[A-Z]\.){2,})$/.test(token.text)
    );
  if (token.text === "-") return true;
  if (!/^\p{L}/u.test(token.text)) return false;
  if (
    /^(?:former|acting|deputy|vice|then|interim|assistant|associate|honorary|managing|executive|general|lead|retired|sitting|serving)$/i.test(
      token.text,
    )
  )
    return true;
  if (
    i > 0 &&
    /^\p{Lu}\p{Ll}/u.test(token.text) &&
    /^\p{Lu}/u.test(tokens[i + 1]?.text ?? "") &&
    token.pos !== "DET"
  )
    return !/^(?:The|A|An)$/.test(token.text);
  if (token.pos === "VERB" && (/ing$/.test(token.text) || FIELDS.has(token.text.toLowerCase()))) return true;
  return token.pos === "ADJ" || token.pos === "NOUN" || token.pos === "PROPN";
}

/** Fields of office that taggers take for verbs: "was finance minister". */
const FIELDS: ReadonlySet<string> = new Set(
  "finance trade transport labour labor press design research sport process project cabinet market lead".split(
    " ",
  ),
);

/** Where the possessor before token `start` begins: "[NUKIB's] chief", "[its] president", or null. */
function possessorStart(
  tokens: readonly Token[],
  start: number,
  names: ReadonlyMap<number, NameMention>,
): number | null {
  const before = tokens[start - 1];
  if (!before) return null;
  if (/^(?:its|his|her|their|our)$/i.test(before.text)) return start - 1;
  if (!/^['’]s?$/.test(before.text)) return null;
  let first = start - 2;
  const name = names.get(first);
  while (first > 0 && start - first < 9) {
    const token = tokens[first - 1] as Token;
    const inside = name
      ? names.get(first - 1) === name
      : token.pos === "NOUN" || token.pos === "ADJ" || token.pos === "PROPN";
    if (!inside) break;
    first--;
  }
  return first < 0 ? null : first;
}

/** After "of the Treasury Board", "for control at the Agency"; the head's end where nothing follows. */
function complementEnd(
  tokens: readonly Token[],
  from: number,
  names: ReadonlyMap<number, NameMention>,
): number {
  let end = from;
  let i = from;
  while (
    i < tokens.length &&
    i - from < COMPLEMENT_WORDS &&
    /^(?:of|for|at|on|in)$/.test((tokens[i] as Token).text)
  ) {
    const next = nounPhraseEnd(tokens, i + 1, names);
    if (next === i + 1) break;
    end = next;
    i = next;
  }
  return end;
}

function nounPhraseEnd(
  tokens: readonly Token[],
  from: number,
  names: ReadonlyMap<number, NameMention>,
): number {
  let i = from;
  let end = from;
  while (i < tokens.length && i - from < COMPLEMENT_WORDS) {
    const token = tokens[i] as Token;
    const name = names.get(i);
    if (i > from && isHonorific(token)) break;
    const opens = name !== undefined && i > from && names.get(i - 1) !== name;
    const before = (tokens[i - 1] as Token).text;
    const isBody = name?.type !== "person" && bodyNouns.has(before);
    if (opens && isPersonal(name) && before !== "the" && !isBody) break;
    if (name || token.pos === "NOUN" || token.pos === "PROPN" || token.pos === "NUM") end = i + 1;
    else if (
      !(
        token.pos === "DET" ||
        token.pos === "ADJ" ||
        token.pos === "PART" ||
        /^(?:['’]s?|its|-|&)$/.test(token.text)
      )
    ) {
      if (!(token.text === "and" && end === i && joinsNouns(tokens, i, names))) break;
    }
    i++;
  }
  return end;
}

/** A person's name, or one of several words that may be. */
const isPersonal = ({ type, text }: NameMention): boolean =>
  type === "person" || (type === "unknown" && text.includes(" "));

function joinsNouns(tokens: readonly Token[], i: number, names: ReadonlyMap<number, NameMention>): boolean {
  const next = tokens[i + 1];
  if (next && isPortfolioWord(tokens, i - 1) && isPortfolioWord(tokens, i + 1))
    return names.get(i + 1)?.type !== "person" && !/^\p{Lu}/u.test(tokens[i + 2]?.text ?? "");
  return next !== undefined && next.pos === "NOUN" && !names.has(i + 1) && tokens[i + 2]?.pos !== "VERB";
}

/** "Environment and Energy": words with capitals that no registry knows as names. */
const isPortfolioWord = (tokens: readonly Token[], i: number): boolean =>
  /^\p{Lu}\p{Ll}{3,}$/u.test(tokens[i]?.text ?? "") && lookUpName(tokens[i]?.text ?? "").length === 0;
