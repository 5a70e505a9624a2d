/**
 * Reads who is what: titles before names, appositions, "who heads the unit", "is the mayor". Knows one sentence
 * with its names; a role whose holder is named elsewhere is not its business.
 */
import type { Span, Token } from "../../text/types.ts";
import type { NameMention } from "../name/types.ts";
import { readDescription } from "./describe.ts";
import { phraseAt, type RolePhrase } from "./phrase.ts";
import { type Holder, holderFrom, isHonorific, isNominal, placeNames, type Reader } from "./reader.ts";
import { predicated, subject, subjectBefore } from "./subject.ts";
import type { RoleMention } from "./types.ts";
import { bodyNouns, leadingVerbs, mayHeadRole, namesUndertaking } from "./words.ts";

/** Roles in reading order; spans are offsets in `text`. */
export function readRoles(
  text: string,
  tokens: readonly Token[],
  names: readonly NameMention[],
): RoleMention[] {
  if (names.length === 0) return [];
  const nameAt = new Map<number, NameMention>();
  const holders = placeNames(tokens, names, nameAt);
  const reader: Reader = { text, tokens, nameAt, holders, found: [] };
  for (let k = 0; k < tokens.length; k++) {
    const token = tokens[k] as Token;
    const word = token.text.toLowerCase();
    if (leadingVerbs.has(word)) readLeading(reader, k);
    if (bodyNouns.has(word)) readDescription(reader, k);
    if (!canHead(word)) continue;
    const phrase = phraseAt(tokens, k, nameAt);
    if (!phrase) continue;
    assign(reader, phrase);
    k = Math.max(k, phrase.headEnd - 1);
  }
  return reader.found;
}

function canHead(word: string): boolean {
  return (
    mayHeadRole(word) ||
    /^(?:vice|deputy|ex)-/.test(word) ||
    word === "managing" ||
    word === "executive" ||
    word === "prime" ||
    word === "permanent" ||
    word === "high" ||
    word === "cabinet" ||
    word === "private" ||
    word === "civil" ||
    word === "press" ||
    word === "parliamentary" ||
    word === "state"
  );
}

function assign(reader: Reader, phrase: RolePhrase): void {
  const holder =
    titled(reader, phrase) ??
    after(reader, phrase) ??
    before(reader, phrase) ??
    subject(reader, phrase) ??
    predicated(reader, phrase);
  if (!holder) return;
  const { tokens } = reader;
  const end = holder.first >= phrase.headEnd && holder.first < phrase.end ? phrase.headEnd : phrase.end;
  push(reader, { start: (tokens[phrase.start] as Token).start, end: (tokens[end - 1] as Token).end }, holder);
}

function push(reader: Reader, span: Span, holder: Holder): void {
  const { name } = holder;
  const last = reader.found.at(-1);
  if (last && span.start < last.end) return;
  reader.found.push({
    ...span,
    text: reader.text.slice(span.start, span.end),
    holder: name.canonical,
    holderSpan: { start: name.start, end: name.end },
  });
}

/** "Finance Minister Ana Lobo", "NUKIB's chief of cabinet Robert Kahofer". */
function titled(reader: Reader, phrase: RolePhrase): Holder | null {
  const { tokens } = reader;
  if (/^an?$/.test(tokens[phrase.outer]?.text ?? "")) return null;
  const direct = holderFrom(reader, phrase.headEnd);
  if (direct || phrase.end === phrase.headEnd || isHonorific(tokens[phrase.end - 1])) return direct;
  const holder = holderFrom(reader, phrase.end);
  if (holder && namesBody(reader, phrase, holder)) return null;
  return holder && /^['’]/.test(tokens[holder.last + 1]?.text ?? "") ? null : holder;
}

/** "Ana Lobo, leader of the opposition [Civic List]", "is the head of the ferry company [Blue Isle Lines]": the name of what is led. */
function namesBody({ tokens, holders }: Reader, phrase: RolePhrase, { name }: Holder): boolean {
  if (name.type === "person") return false;
  if (bodyNouns.has((tokens[phrase.end - 1] as Token).text.toLowerCase())) return true;
  const opening = tokens[phrase.outer - 1]?.text ?? "";
  return (
    opening === "," && holders.some((one) => one.last === phrase.outer - 2 && one.name.type === "person")
  );
}

/** "its managing director, Anders Rolle," — the phrase opens with an article or a possessor, or is capitalised. */
function after(reader: Reader, phrase: RolePhrase): Holder | null {
  const { tokens } = reader;
  if (tokens[phrase.end]?.text === ":") return labelled(reader, phrase);
  if (tokens[phrase.end]?.text !== ",") return null;
  const holder = holderFrom(reader, phrase.end + 1) ?? titledAfter(reader, phrase.end + 1);
  if (!holder) return null;
  const next = tokens[holder.last + 1]?.text ?? ".";
  if (next === "and" && tokens[holder.last + 2] && reader.nameAt.has(holder.last + 2)) return null;
  const previous = tokens[phrase.outer - 1];
  const beforeHolder =
    /^[,(]$/.test(previous?.text ?? "") && reader.holders.some((one) => one.last === phrase.outer - 2);
  return beforeHolder ? null : holder;
}

/** "Rapporteur: [Ana Lobo]." on a line of its own. */
function labelled(reader: Reader, phrase: RolePhrase): Holder | null {
  const holder = phrase.outer === 0 ? holderFrom(reader, phrase.end + 1) : null;
  if (!holder) return null;
  const member = /^(?:MP|MEP|MSP)$/.test(reader.tokens[holder.last + 1]?.text ?? "") ? 2 : 1;
  return /^[.,;(]$/.test(reader.tokens[holder.last + member]?.text ?? ".") ? holder : null;
}

/** "its Director General, [General Haja Ravelo]": a second title before the name. */
function titledAfter(reader: Reader, i: number): Holder | null {
  const { tokens } = reader;
  let at = i;
  while (at < i + 4 && /^\p{Lu}/u.test(tokens[at]?.text ?? "") && !reader.nameAt.has(at)) at++;
  return at > i && mayHeadRole((tokens[at - 1] as Token).text.toLowerCase()) ? holderFrom(reader, at) : null;
}

/** "Jonas Weil, deputy director for control at the Agency," and "Ana Lobo (the mayor)". */
function before(reader: Reader, phrase: RolePhrase): Holder | null {
  const { tokens, holders } = reader;
  let comma = phrase.outer - 1;
  if (/^(?:now|then|also|formerly|currently)$/.test(tokens[comma]?.text ?? "")) comma--;
  if (!/^(?:[,(]|as)$/.test(tokens[comma]?.text ?? "")) return null;
  if (/^(?:VERB|AUX)$/.test(tokens[phrase.end]?.pos ?? "")) return null;
  // "Valdera will succeed Rafael Montes as rector": whose office it is hangs on who follows whom.
  if (tokens[comma]?.text === "as" && tokens.slice(0, comma).some(({ lemma }) => FOLLOWING.has(lemma)))
    return null;
  const direct = holders.find((holder) => holder.last === comma - 1);
  if (direct) return direct;
  const first = tokens[comma]?.text === "as" ? holders[0] : undefined;
  if (first && first.first <= 3 && holders.length === 1 && comma - first.last < 8) return first;
  const member = affiliated(reader, comma);
  return member ?? (tokens[comma]?.text === "as" ? subjectBefore(reader, comma) : null);
}

const FOLLOWING = new Set(["succeed", "replace", "follow"]);

/** "Samuel Njoroge of the University of Nairobi, deputy chair": a body between the name and the comma. */
function affiliated(reader: Reader, comma: number): Holder | null {
  const { tokens, holders } = reader;
  const body = reader.nameAt.get(comma - 1);
  if (!body) return null;
  let i = comma - 1;
  while (i > 0 && reader.nameAt.get(i - 1) === body) i--;
  if (tokens[i - 1]?.text === "the") i--;
  if (!/^(?:of|from|at)$/.test(tokens[i - 1]?.text ?? "")) return null;
  return holders.find((holder) => holder.last === i - 2) ?? null;
}

/** "who heads the inventory unit", "Ana Lobo chairs the panel". */
function readLeading(reader: Reader, k: number): void {
  const { tokens } = reader;
  const who = tokens[k - 1]?.text === "who";
  const verb = tokens[k] as Token;
  if (!who && (!/s$/.test(verb.text) || reader.nameAt.has(k))) return;
  const holder = subjectBefore(reader, who ? k - 1 : k);
  if (!holder || !/^(?:the|its|it|over)$/.test(tokens[k + 1]?.text ?? "")) {
    if (!holder || !reader.nameAt.has(k + 1)) return;
  }
  if (verb.text === "run" || verb.text === "lead" || verb.text === "head") return;
  let end = k + 2;
  while (end < tokens.length && end - k < 9 && isNominal(reader, end)) end++;
  if (
    namesUndertaking(
      tokens
        .slice(k + 2, end)
        .map(({ text }) => text)
        .join(" "),
    )
  )
    return;
  const start = who ? (tokens[k - 1] as Token).start : verb.start;
  push(reader, { start, end: (tokens[end - 1] as Token).end }, holder);
}
