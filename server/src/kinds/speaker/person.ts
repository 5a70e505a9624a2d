/**
 * Whom a noun phrase names: a person with a title or a role, an organisation or an unnamed official.
 * Knows the phrase and who has been met in the document before.
 */
import { lookUpName } from "../../lexicon/gazetteer.ts";
import type { Span } from "../../text/types.ts";
import { FEMALE, HONORIFICS, isPersonNoun, MALE, ORGANISATION_WORDS, TITLE_PARTS } from "./cues.ts";
import { type FrameToken, isCapital, isOpener, type Phrase } from "./phrase.ts";

export type Gender = "m" | "f" | null;

/** A speaker as a frame names it; offsets in the block. */
export interface Speaker {
  /** The words that name the speaker: the name with its honorific, or the whole phrase. */
  readonly span: Span;
  readonly canonical: string;
  readonly role: Span | null;
  readonly person: boolean;
  readonly pronoun: boolean;
  readonly gender: Gender;
}

/** A name that another reader found, in the block. */
export interface KnownName extends Span {
  readonly type: string;
  readonly canonical: string;
}

/** What is remembered by a word. */
export interface Register<V> {
  get(key: string): V | undefined;
  set(key: string, value: V): void;
}

/** Persons met so far in a document. */
export interface People {
  /** Full name by folded surname; null where two share it. */
  readonly surnames: Register<string | null>;
  /** Person by the head noun of a role; null where two hold it. */
  readonly roles: Register<string | null>;
  readonly genders: Register<Gender>;
}

/** Lower case without accents. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
}

/** The last word of a person's name, folded; "Tavares Lobo" gives "lobo". */
export function surnameOf(name: string): string {
  return fold(name.split(/\s+/).at(-1) ?? name).replace(/['’]s$/, "");
}

/** Whom the phrase names. `text` is the block's. */
export function identify(
  text: string,
  tokens: readonly FrameToken[],
  phrase: Phrase,
  names: readonly KnownName[],
  people: People,
): Speaker {
  const first = tokens[phrase.first]!;
  const whole = { start: first.start, end: tokens[phrase.last]!.end };
  const name = personIn(tokens, phrase, people) ?? givenPerson(tokens, phrase, names);
  if (name) return asPerson(text, tokens, phrase, name, names, people);
  const gender: Gender = /^he$/i.test(first.text) ? "m" : /^she$/i.test(first.text) ? "f" : null;
  const pronoun = phrase.first === phrase.last && /^(?:he|she|they|it|i|we|who)$/i.test(first.text);
  const canonical = withoutArticle(text.slice(whole.start, whole.end));
  const byRole = pronoun ? null : heldRole(tokens, phrase, people);
  if (byRole) return { span: whole, canonical: byRole, role: whole, person: true, pronoun: false, gender };
  return { span: whole, canonical, role: null, person: gender !== null, pronoun, gender };
}

function asPerson(
  text: string,
  tokens: readonly FrameToken[],
  phrase: Phrase,
  name: Phrase,
  names: readonly KnownName[],
  people: People,
): Speaker {
  const start = honorificStart(tokens, phrase, name.first);
  const title = tokens[start]!.text.toLowerCase();
  const gender: Gender = MALE.has(title) ? "m" : FEMALE.has(title) ? "f" : null;
  const written = text.slice(tokens[name.first]!.start, tokens[name.last]!.end).replace(/\s+/g, " ");
  const span = { start: tokens[start]!.start, end: tokens[name.last]!.end };
  const known = names.find((mention) => mention.start < span.end && mention.end > tokens[name.first]!.start);
  const canonical = register(written, known?.type === "person" ? known.canonical : null, people);
  if (gender) people.genders.set(canonical, gender);
  const role = roleAround(tokens, phrase, start, name.last);
  if (role) registerRole(headNoun(tokens, role), canonical, people);
  const roleSpan = role ? { start: tokens[role.first]!.start, end: tokens[role.last]!.end } : null;
  return {
    span,
    canonical,
    role: roleSpan,
    person: true,
    pronoun: false,
    gender: people.genders.get(canonical) ?? gender,
  };
}

/** Remembers a full name by its surname and gives the fullest form. */
function register(written: string, canonical: string | null, people: People): string {
  const surname = surnameOf(written);
  const isFull = /\s/.test(written);
  const known = people.surnames.get(surname);
  if (!isFull) return canonical && /\s/.test(canonical) ? canonical : (known ?? written);
  const full = canonical && canonical.length > written.length ? canonical : written;
  if (known === undefined) people.surnames.set(surname, full);
  else if (known !== null && fold(known) !== fold(full)) {
    people.surnames.set(surname, fold(known).split(" ")[0] === fold(full).split(" ")[0] ? known : null);
  }
  return full;
}

/** Remembers who holds a role by its head noun. */
export function registerRole(head: string | null, canonical: string, people: People): void {
  if (!head) return;
  const known = people.roles.get(head);
  if (known === undefined) people.roles.set(head, canonical);
  else if (known !== canonical) people.roles.set(head, null);
}

/** "the spokesman", "its president" of whom a name was given before. */
function heldRole(tokens: readonly FrameToken[], phrase: Phrase, people: People): string | null {
  if (!/^(?:the|its|his|her|their|this|that)$/i.test(tokens[phrase.first]!.text)) return null;
  const head = headNoun(tokens, phrase);
  return head ? (people.roles.get(head) ?? null) : null;
}

/** The noun that says what somebody is: "head" of "head of the inventory unit". */
export function headNoun(tokens: readonly FrameToken[], phrase: Phrase): string | null {
  let head: string | null = null;
  for (let i = phrase.first; i <= phrase.last; i++) {
    const token = tokens[i]!;
    if (/^(?:of|for|at|in|to|on|from|who|,)$/.test(token.text) && head) break;
    if (isPersonNoun(token.lemma)) head = token.lemma;
  }
  return head;
}

function givenPerson(
  tokens: readonly FrameToken[],
  phrase: Phrase,
  names: readonly KnownName[],
): Phrase | null {
  const start = tokens[phrase.first]!.start;
  const end = tokens[phrase.last]!.end;
  for (const name of names) {
    if (name.type !== "person" || name.start < start || name.end > end) continue;
    let first = phrase.first;
    while (first < phrase.last && tokens[first]!.end <= name.start) first++;
    let last = first;
    while (last < phrase.last && tokens[last + 1]!.start < name.end) last++;
    if (/^['’]s?$/.test(tokens[last + 1]?.text ?? "") && last < phrase.last) continue;
    return { first, last };
  }
  return null;
}

const PARTICLE =
  /^(?:van|von|der|den|de|da|di|du|del|della|bin|ibn|al|el|la|le|dos|das|ter|ten|zu|af|av|y|-)$/;

/** The person's name in a phrase by capitals and titles: the last capitalised run that is no organisation. */
function personIn(tokens: readonly FrameToken[], phrase: Phrase, people: People): Phrase | null {
  let last = phrase.last;
  while (last >= phrase.first) {
    if (!isCapital(tokens[last])) {
      last--;
      continue;
    }
    let first = last;
    while (first > phrase.first && (isCapital(tokens[first - 1]) || PARTICLE.test(tokens[first - 1]!.text)))
      first--;
    while (first < last && !isCapital(tokens[first])) first++;
    while (tokens[last + 1]?.text === "-" && last + 2 <= phrase.last) last += 2;
    const name = personRun(tokens, phrase, { first, last }, people);
    if (name) return name;
    last = first - 1;
  }
  return null;
}

function personRun(
  tokens: readonly FrameToken[],
  phrase: Phrase,
  run: Phrase,
  people: People,
): Phrase | null {
  let first = run.first;
  let titled = first > phrase.first && isPersonNoun(tokens[first - 1]!.lemma);
  for (let i = run.first; i < run.last; i++) {
    if (!isPersonNoun(tokens[i]!.lemma) || !isTitleWord(tokens[i]!)) continue;
    first = i + 1;
    titled = true;
  }
  while (
    first <= run.last &&
    (isTitleWord(tokens[first]!) || /^(?:the|a|an|its|his|her)$/i.test(tokens[first]!.text))
  ) {
    titled ||= HONORIFICS.has(tokens[first]!.text.toLowerCase()) || isPersonNoun(tokens[first]!.lemma);
    first++;
  }
  while (first <= run.last && isOpener(tokens[first]!)) first++;
  if (first > run.last) return null;
  const words = tokens.slice(first, run.last + 1);
  if (/^['’]s?$/.test(tokens[run.last + 1]?.text ?? "") && run.last < phrase.last) return null;
  if (words.some((word) => ORGANISATION_WORDS.has(word.text.toLowerCase()))) return null;
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word.text));
  if (capitals.length > 1 && capitals.every((word) => lookUpName(word.text).length > 0)) return null;
  if (capitals.length === 1) {
    const known = people.surnames.get(surnameOf(capitals[0]!.text));
    return titled || known ? { first, last: run.last } : null;
  }
  if (
    capitals.length > 5 ||
    capitals.every((word) => /^[\p{Lu}.]{2,}$/u.test(word.text) && word.text.length < 6)
  )
    return null;
  const before = tokens[first - 1];
  if (!titled && before && first > phrase.first && /^(?:of|for|at|in|from)$/.test(before.text)) return null;
  if (!titled && before && /^the$/i.test(before.text)) return null;
  return { first, last: run.last };
}

function isTitleWord(token: FrameToken): boolean {
  const word = token.text.toLowerCase();
  return HONORIFICS.has(word) || TITLE_PARTS.has(word) || isPersonNoun(token.lemma) || isPersonNoun(word);
}

function honorificStart(tokens: readonly FrameToken[], phrase: Phrase, first: number): number {
  let start = first;
  while (start > phrase.first && HONORIFICS.has(tokens[start - 1]!.text.toLowerCase())) start--;
  return start;
}

/** The part of the phrase that says what the person is, before the name or behind it ("of the nurses' union" is none). */
function roleAround(
  tokens: readonly FrameToken[],
  phrase: Phrase,
  start: number,
  last: number,
): Phrase | null {
  let before = start - 1;
  while (before >= phrase.first && /^[,]$/.test(tokens[before]!.text)) before--;
  if (before >= phrase.first) {
    const role = { first: phrase.first, last: before };
    if (headNoun(tokens, role)) return role;
  }
  let after = last + 1;
  if (after <= phrase.last && tokens[after]!.text === ",") after++;
  if (after > phrase.last) return null;
  const role = { first: after, last: phrase.last };
  return headNoun(tokens, role) ? role : null;
}

/** The phrase without "a", "the", "one" or "some" at its start. */
export function withoutArticle(phrase: string): string {
  return phrase.replace(/\s+/g, " ").replace(/^(?:a|an|the|one|some|another)\s+(?!of\b)/i, "");
}
