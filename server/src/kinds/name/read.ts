/**
 * Reads proper names in a sentence and says what each is. Knows one sentence at a time; which names are the
 * same entity in a document stands in registry.ts.
 */
import { lookUpName } from "../../lexicon/gazetteer.ts";
import { rankOf } from "../../lexicon/vectors.ts";
import type { Token } from "../../text/types.ts";
import { extendRun, isAcronym, isCapital, knownLength, lower, opensSentence, startsName } from "./run.ts";
import type { NameMention, NameType } from "./types.ts";
import {
  documentParts,
  givenNames,
  honorifics,
  openingWords,
  organisationHeads,
  placeHeads,
  titleModifiers,
  titleWords,
  workHeads,
} from "./words.ts";

interface Reader {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly found: NameMention[];
}

/**
 * Proper names in reading order, without overlap; spans are offsets in `text`. In a headline whose words all
 * have capitals only names of common reference and abbreviations are taken.
 */
export function readNames(text: string, tokens: readonly Token[], isHeading = false): NameMention[] {
  const reader: Reader = { text, tokens, found: [] };
  const shouted = isShouted(tokens, isHeading);
  let i = 0;
  while (i < tokens.length) {
    if (!isCapital(tokens[i])) {
      i++;
      continue;
    }
    const known = knownLength(text, tokens, i);
    if (shouted && known === 0) {
      i++;
      continue;
    }
    if (!startsName(tokens, i, known > 0)) {
      i++;
      continue;
    }
    const end = shouted ? i + known : Math.max(extendRun(tokens, i), i + known);
    readRun(reader, i, end);
    i = end;
  }
  return reader.found.map((name, k) => likeNeighbour(text, name, reader.found[k - 1]));
}

/** "Lundo and Mbere": a name of unknown type is what the name joined to it is. */
function likeNeighbour(text: string, name: NameMention, previous: NameMention | undefined): NameMention {
  if (name.type !== "unknown" || !previous || previous.type === "unknown" || previous.type === "group")
    return name;
  if (name.start - previous.end > 6 || !/^(?:,|,? (?:and|or)) $/.test(text.slice(previous.end, name.start)))
    return name;
  if (previous.type !== "place" && !text.slice(previous.end, name.start).includes("and")) return name;
  return { ...name, type: previous.type };
}

/** A headline in capitals or title case tells nothing by its capitals. */
function isShouted(tokens: readonly Token[], isHeading: boolean): boolean {
  let words = 0;
  let capitals = 0;
  let shouting = 0;
  for (const token of tokens) {
    if (!/^\p{L}{4,}/u.test(token.text)) continue;
    words++;
    if (isCapital(token)) capitals++;
    if (token.text === token.text.toUpperCase()) shouting++;
  }
  if (words >= 2 && shouting === words) return true;
  return isHeading && words >= 4 && capitals / words > 0.7;
}

/** Takes a run of capitals apart into title, body and name. */
function readRun(reader: Reader, from: number, end: number): void {
  const { tokens } = reader;
  let start = from;
  let honorific: string | undefined;
  while (start < end - 1 && opensClause(tokens, start)) start++;
  while (end - start > 2 && /^(?:MPs?|MEP|MSP|QC|KC|PhD|MD)$/.test((tokens[end - 1] as Token).text)) end--;
  start = pastPortfolio(tokens, start, end);
  const title = lastTitle(tokens, start, end);
  if (title >= 0) {
    bodyBefore(reader, start, title + 1);
    start = title + 1;
    if (start === end) return;
  }
  while (start < end && honorifics.has(lower(tokens[start] as Token))) {
    honorific = (tokens[start] as Token).text;
    start++;
    if ((tokens[start] as Token | undefined)?.text === ".") start++;
  }
  if (start >= end) return;
  const people = title < 0 && !honorific ? splitPeople(reader, start, end) : start;
  if (people >= end || isNumbered(tokens, people, end)) return;
  push(reader, people, end, honorific, title >= 0);
}

/** "[The] Hague court", "KARSOVA – [When] Ana Lobo": a capital that is owed to the place. */
function opensClause(tokens: readonly Token[], i: number): boolean {
  const { text } = tokens[i] as Token;
  if (/^(?:the|a|an)$/i.test(text)) return true;
  return (
    /^(?:When|While|After|Before|As|If|Since|Because|Although|Though|Until|Unless)$/.test(text) &&
    /^[–—-]$/.test(tokens[i - 1]?.text ?? "")
  );
}

/** "Minister of Early Learning | Ana Lobo": past the field of an office to the given name behind it. */
function pastPortfolio(tokens: readonly Token[], start: number, end: number): number {
  const office = tokens[start - 2];
  if (!office || !/^(?:of|for)$/.test(tokens[start - 1]?.text ?? "") || !titleWords.has(lower(office)))
    return start;
  for (let i = start + 1; i < end - 1; i++) if (givenNames.has(lower(tokens[i] as Token))) return i;
  return start;
}

/** "Annex B", "Table IV": a part of a document. */
function isNumbered(tokens: readonly Token[], start: number, end: number): boolean {
  if (end - start !== 2 || !/^(?:[A-Z]|[IVX]{1,4})\.?$/.test((tokens[end - 1] as Token).text)) return false;
  return documentParts.has(lower(tokens[start] as Token));
}

/** The last word of a title that opens the run ("Finance Minister | Ana Lobo"), or -1. */
function lastTitle(tokens: readonly Token[], start: number, end: number): number {
  let last = -1;
  for (let i = start; i < end; i++) {
    const word = lower(tokens[i] as Token).replace(/^(?:vice|deputy|co|under)-(?=\p{L})/u, "");
    if (word === "of" || word === "for") break;
    if (titleWords.has(word)) last = i;
    else if (last >= 0 && last === i - 1 && word === "general") last = i;
  }
  if (last < 0) return -1;
  const tail = tokens.slice(last + 1, end);
  if (tail.length > 5) return -1;
  const head = tail.at(-1);
  if (!head) return last;
  if (organisationHeads.has(lower(head)) || workHeads.has(lower(head)) || placeHeads.has(lower(head)))
    return -1;
  return tail.some((token) => /^(?:of|for|and|on|['’]s?)$/.test(token.text)) ? -1 : last;
}

/** The body or country at the head of a title: "[Treasury Board] President", "[German] Chancellor". */
function bodyBefore(reader: Reader, start: number, end: number): void {
  const { tokens, text } = reader;
  const known = Math.min(knownLength(text, tokens, start), end - start - 1);
  if (known > 0) {
    push(reader, start, start + known, undefined, false);
    return;
  }
  let last = -1;
  for (let i = start; i < end - 1; i++) {
    const word = (tokens[i] as Token).text;
    if (isAcronym(word)) last = i;
    else if (organisationHeads.has(word.toLowerCase()) && !titleModifiers.has(word.toLowerCase())) last = i;
  }
  if (last >= start && !opensSentenceWithModifier(tokens, start))
    push(reader, start, last + 1, undefined, false);
}

function opensSentenceWithModifier(tokens: readonly Token[], start: number): boolean {
  return opensSentence(tokens, start) && openingWords.has(lower(tokens[start] as Token));
}

/** "Danish Kolmart" is a people and a name; "Danish Maritime Authority" is one name. */
function splitPeople(reader: Reader, start: number, end: number): number {
  const { tokens, text } = reader;
  const known = knownLength(text, tokens, start);
  if (known === 0 || known >= end - start) return start;
  const phrase = text.slice((tokens[start] as Token).start, (tokens[start + known - 1] as Token).end);
  if (lookUpName(phrase)[0]?.sense !== "people") return start;
  if (organisationHeads.has(lower(tokens[end - 1] as Token))) return start;
  if (!givenNames.has(lower(tokens[start + known] as Token))) return start;
  push(reader, start, start + known, undefined, false);
  return start + known;
}

function push(
  reader: Reader,
  start: number,
  end: number,
  honorific: string | undefined,
  titled: boolean,
): void {
  const { text, tokens } = reader;
  const first = tokens[start] as Token;
  const last = tokens[end - 1] as Token;
  let stop = last.end;
  if (/['’]s?$/.test(last.text) && last.text.length > 2)
    stop -= last.text.length - last.text.search(/['’]s?$/);
  const words = text.slice(first.start, stop);
  if (end - start === 1 && !honorific && !titled && isCommonWord(reader, start)) return;
  const type = typeOf(reader, start, end, words, honorific !== undefined || titled);
  const entry = type === "person" ? undefined : lookUpName(words)[0];
  const canonical = entry && (entry.sense === "name" || entry.sense === "people") ? entry.entity.name : words;
  const doubtful =
    type === "unknown" || organisationHeads.has(words.toLowerCase()) || workHeads.has(words.toLowerCase());
  const opening =
    end - start === 1 &&
    doubtful &&
    !isAcronym(words) &&
    opensSentence(tokens, start) &&
    !actsAlone(tokens, start);
  const mention: NameMention = { start: first.start, end: stop, text: words, type, canonical };
  reader.found.push({ ...mention, ...(honorific && { honorific }), ...(opening && { opening }) });
}

/** "Erongo's council", "Brightpath has confirmed": no word of the language, without an article before what one body does. */
function actsAlone(tokens: readonly Token[], i: number): boolean {
  const { text, lemma } = tokens[i] as Token;
  const word = text.toLowerCase().replace(/['’]s$/, "");
  if (word.length < 5 || /s$|ing$/.test(word) || rankOf(word) >= 0 || rankOf(lemma) >= 0) return false;
  const next = tokens[i + 1];
  if (!next) return false;
  return (
    text.length > word.length ||
    /^(?:['’]s|is|was|has)$/.test(next.text) ||
    (/^\p{Ll}+(?:ed|[^s]s)$/u.test(next.text) && next.pos === "VERB")
  );
}

/** A capital that makes no name of it: "the States", "A/80/L.41", a headline's first word after a dash. */
function isCommonWord(reader: Reader, i: number): boolean {
  const { tokens } = reader;
  const token = tokens[i] as Token;
  const word = lower(token);
  if (/^(?:Q\d+|ME?Ps?|[A-Z]\d+)$/.test(token.text)) return true;
  if (token.text.length <= 3 && /^\d/.test(tokens[i + 1]?.text ?? "") && lookUpName(token.text).length === 0)
    return true;
  if (documentParts.has(word) && /^\d/.test(tokens[i + 1]?.text ?? "")) return true;
  if (isAcronym(token.text) || lookUpName(token.text).length > 0) return false;
  if (placeHeads.has(word) || isPortfolio(tokens, i)) return true;
  if (token.text.length <= 2 || /^(?:states?|north|south|east|west|jan\.?)$/.test(word)) return true;
  if (/^[''’]/.test(tokens[i + 1]?.text ?? "") && /^i$/.test(word)) return true;
  if (givenNames.has(word)) return false;
  return /^(?:DET|PRON|NUM|ADV|ADP|CCONJ|SCONJ|AUX)$/.test(token.pos);
}

/** The field of an office: "Minister of Health". */
function isPortfolio(tokens: readonly Token[], i: number): boolean {
  if (!/^(?:of|for)$/.test(tokens[i - 1]?.text ?? "")) return false;
  return /^(?:ministers?|secretar(?:y|ies)|director|commissioner)$/i.test(tokens[i - 2]?.text ?? "");
}

function typeOf(reader: Reader, start: number, end: number, words: string, titled: boolean): NameType {
  const { tokens } = reader;
  const entry = lookUpName(words)[0];
  if (titled && !entry) return "person";
  if (entry) {
    if (entry.sense === "people") return "group";
    return entry.sense === "metonym" ? "place" : entry.entity.type;
  }
  const heads = tokens.slice(start, end);
  const stop = heads.findIndex((token) => /^(?:of|for|on)$/.test(token.text));
  const head = lower((stop > 0 ? heads[stop - 1] : heads.at(-1)) as Token);
  const second = heads.at(-2);
  const seated =
    second !== undefined &&
    organisationHeads.has(lower(second)) &&
    lookUpName((heads.at(-1) as Token).text).length > 0;
  if (organisationHeads.has(head) || seated) return "organisation";
  if (workHeads.has(head)) return "work";
  if (
    placeHeads.has(head) ||
    /^(?:gulf|bay|lake|mount|port|cape|strait|isle|sea)$/.test(lower(heads[0] as Token))
  )
    return "place";
  if (isAcronym(words)) return "organisation";
  if (heads.length >= 2 && heads.length <= 5 && givenNames.has(lower(heads[0] as Token))) return "person";
  if (/^\p{Lu}\.?$/u.test((heads[0] as Token).text) && heads.length <= 4) return "person";
  return looksLikePlace(tokens, start, end) ? "place" : "unknown";
}

/** "in Antalaha", "between Vohémar and Sambava": a single word after a preposition of place, with no article. */
function looksLikePlace(tokens: readonly Token[], start: number, end: number): boolean {
  if (end - start > 2) return false;
  const before = tokens[start - 1]?.text.toLowerCase();
  return before === "in" || before === "near" || before === "outside" || before === "across";
}
