/**
 * Takes a role's words apart: head, rank, field, body. Knows one phrase, not whose it is.
 */
import { lookUpName } from "../../lexicon/gazetteer.ts";
import type { Span } from "../../text/types.ts";
import type { RoleValue } from "./types.ts";
import {
  bodyNouns,
  emptyModifiers,
  type HeadClass,
  headClass,
  leadingVerbs,
  namesPart,
  rankClasses,
} from "./words.ts";

interface Word extends Span {
  readonly text: string;
  readonly lower: string;
}

const cache = new Map<string, RoleValue>();
const CACHE_LIMIT = 5000;

/** Parses a role phrase ("the bank's acting president", "who heads the inventory unit"). */
export function parseRole(text: string): RoleValue {
  const known = cache.get(text);
  if (known) return known;
  if (cache.size > CACHE_LIMIT) cache.clear();
  const value = parse(text);
  cache.set(text, value);
  return value;
}

function parse(text: string): RoleValue {
  const words = wordsOf(text);
  const verb = words.findIndex((word) => leadingVerbs.has(word.lower));
  if (verb === 0 ? /s$/.test(words[0]?.lower ?? "") : verb === 1 && words[0]?.lower === "who")
    return parseVerb(text, words, verb);
  let start = 0;
  while (
    start < words.length &&
    /^(?:the|a|an|its|his|her|their|our|who|is|was|also)$/.test(words[start]?.lower ?? "")
  )
    start++;
  const stop = words.findIndex(
    (word, i) => i >= start && (/^(?:of|for|at|in|on)$/.test(word.lower) || headAt(words, i) !== null),
  );
  const owner = words.findIndex(
    (word, i) => (stop < 0 || i < stop || i === start) && /['’]s$|s['’]$/.test(word.text),
  );
  const body = owner >= 0 ? slice(text, words, start, owner + 1).replace(/['’]s?$/, "") : "";
  const from = owner >= 0 ? owner + 1 : start;
  const head = findHead(words, from);
  if (!head) return unknownRole(text, words, from);
  return assemble(text, words, from, head, body);
}

interface Head {
  readonly first: number;
  readonly last: number;
  readonly value: HeadClass;
  readonly text: string;
}

/** The last head before the first preposition, the longest first: "deputy [director general] for control". */
function findHead(words: readonly Word[], from: number): Head | null {
  let found: Head | null = null;
  for (let i = from; i < words.length; i++) {
    const head = headAt(words, i);
    if (head) {
      found = head;
      i = head.last;
    } else if (/^(?:of|for|at|in|to|on|with|and)$/.test((words[i] as Word).lower)) break;
  }
  return found;
}

function headAt(words: readonly Word[], i: number): Head | null {
  for (let n = 3; n >= 1; n--) {
    const part = words.slice(i, i + n);
    if (part.length < n) continue;
    const text = part.map((word) => word.lower).join(" ");
    const value = headClass(text) ?? headClass(singular(text)) ?? prefixed(text);
    if (value) return { first: i, last: i + n - 1, value, text };
  }
  return null;
}

/** "vice-president": the rank is written into the head. */
function prefixed(text: string): HeadClass | undefined {
  const match = /^(?:vice|ex|deputy|sub)-(.+)$/.exec(text);
  return match ? headClass(match[1] as string) : undefined;
}

const singular = (text: string): string => text.replace(/(?<=[a-z]{3})s$/, "");

function assemble(text: string, words: readonly Word[], from: number, head: Head, owner: string): RoleValue {
  const ranks: string[] = [];
  const domain: string[] = [];
  let nationality = "";
  let named = "";
  const prefix = /^(vice|ex|deputy)-/.exec(head.text)?.[1];
  if (prefix) ranks.push(rankClasses.get(prefix) as string);
  for (let i = from; i < head.first; i++) {
    const word = words[i] as Word;
    const rank = rankClasses.get(word.lower.replace(/^ex-.*/, "ex"));
    const entry = lookUpName(word.text)[0];
    if (rank) ranks.push(rank);
    else if (emptyModifiers.has(word.lower)) continue;
    else if (entry?.sense === "people") nationality = word.text;
    else if (entry || /^[A-Z]{2,}/.test(word.text))
      named = named === "" ? word.text : `${named} ${word.text}`;
    else domain.push(word.lower);
  }
  const rest = complements(text, words, head.last + 1, head.value.name);
  const first = words[from] ?? (words[head.first] as Word);
  return {
    head: head.text.replace(/^(?:vice|ex|deputy)-/, ""),
    headClass: head.value.name,
    top: head.value.top,
    office: head.value.office || domain.includes("chief"),
    ranks: [...ranks, ...rest.ranks],
    domain: [...domain.filter((word) => word !== "chief"), ...rest.domain],
    body: owner !== "" ? owner : named !== "" ? named : rest.body,
    nationality,
    core: { start: first.start, end: (words[head.last] as Word).end },
    coreWithField: { start: first.start, end: rest.fieldEnd ?? (words[head.last] as Word).end },
  };
}

interface Complements {
  readonly domain: string[];
  readonly ranks: string[];
  readonly body: string;
  readonly fieldEnd: number | null;
}

/** What follows the head: "for control" is a field, "at the Agency" a body, "of Health" a minister's field. */
function complements(text: string, words: readonly Word[], from: number, head: string): Complements {
  const domain: string[] = [];
  const ranks: string[] = [];
  let body = "";
  let fieldEnd: number | null = null;
  let i = from;
  while (i < words.length) {
    const preposition = (words[i] as Word).lower;
    let end = i + 1;
    while (end < words.length && !/^(?:for|at|of|on)$/.test((words[end] as Word).lower)) end++;
    const phrase = slice(text, words, i + 1, end).replace(/^(?:the|a|an|its) /i, "");
    const own = words.slice(i + 1, end).filter((word) => !/^(?:the|a|an|its|and)$/.test(word.lower));
    const field =
      preposition === "for" ||
      preposition === "on" ||
      !/^(?:of|at|in|to)$/.test(preposition) ||
      isPortfolio(preposition, head, phrase);
    const isBody =
      lookUpName(phrase).length > 0 || (head === "spokes" && /^the$/i.test(words[i + 1]?.text ?? ""));
    if (preposition === "emeritus") ranks.push("emeritus");
    else if (field && !isBody) {
      domain.push(...own.map((word) => word.lower));
      if (body === "") fieldEnd = (words[end - 1] as Word).end;
    } else if (body === "") body = phrase;
    i = end;
  }
  return { domain, ranks, body, fieldEnd };
}

function isPortfolio(preposition: string, head: string, phrase: string): boolean {
  if (preposition === "of" && namesPart(phrase)) return true;
  return (
    preposition === "of" &&
    !isWhole(phrase) &&
    /^(?:minister|secretary|director|head|chief)$/.test(head) &&
    /^[\p{L} -]{3,30}$/u.test(phrase) &&
    (head === "minister" || !phrase.includes(" ")) &&
    !/^[A-Z]{2}/.test(phrase) &&
    lookUpName(phrase).length === 0 &&
    (head === "minister" || head === "secretary" || /^\p{Ll}/u.test(phrase))
  );
}

/** "head of government", "head of state": a field by its form only. */
const isWhole = (phrase: string): boolean =>
  /^(?:government|state|household|delegation|mission|party)$/i.test(phrase);

function parseVerb(text: string, words: readonly Word[], verb: number): RoleValue {
  const at = words[verb] as Word;
  const name = leadingVerbs.get(at.lower) as string;
  const body = slice(text, words, verb + 1, words.length).replace(/^(?:the|its|it|a|an|over) ?/i, "");
  const span = { start: at.start, end: at.end };
  return {
    head: name,
    headClass: name,
    top: true,
    office: name === "head",
    ranks: [],
    domain: namesPart(body) ? body.split(" ") : [],
    body: namesPart(body) ? "" : body,
    nationality: "",
    core: span,
    coreWithField: namesPart(body) ? { start: at.start, end: (words.at(-1) as Word).end } : span,
  };
}

/** A description without a known head: "Dutch operator". */
function unknownRole(text: string, words: readonly Word[], from: number): RoleValue {
  const people = words.find((word) => lookUpName(word.text)[0]?.sense === "people");
  const head = words.find((word) => bodyNouns.has(word.lower)) ?? words.at(-1);
  const span = { start: words[from]?.start ?? 0, end: head?.end ?? text.length };
  return {
    head: head?.lower ?? "",
    headClass: "",
    top: false,
    office: false,
    ranks: [],
    domain: [],
    body: "",
    nationality: people?.text ?? "",
    core: span,
    coreWithField: span,
  };
}

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}.&'’-]{0,60}/gu)) {
    const word = match[0].replace(/\.$/, "");
    words.push({ start: match.index, end: match.index + word.length, text: word, lower: word.toLowerCase() });
  }
  return words;
}

function slice(text: string, words: readonly Word[], from: number, to: number): string {
  if (from >= to || !words[from] || !words[to - 1]) return "";
  return text.slice((words[from] as Word).start, (words[to - 1] as Word).end);
}
