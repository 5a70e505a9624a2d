/**
 * Which names of a document mean the same: surnames, acronyms, short forms. Knows the mentions of one document in
 * reading order and nothing else, so that the same mentions always give the same registry.
 */
import { foldName, lookUpName } from "../../lexicon/gazetteer.ts";
import { isAcronym } from "./run.ts";
import type { NameMention, NameType } from "./types.ts";
import { organisationHeads } from "./words.ts";

/** An entity of one document. */
export interface NamedEntity {
  readonly canonical: string;
  readonly type: NameType;
  /** Every form by which the document names it, folded. */
  readonly forms: ReadonlySet<string>;
}

/** The entities of one document. */
export interface NameRegistry {
  /** The entity that a form stands for, or undefined; `form` as written. */
  find(form: string): NamedEntity | undefined;
  readonly entities: readonly NamedEntity[];
}

/** A sentence as the registry needs it. */
export interface NamedSentence {
  readonly text: string;
  readonly names: readonly NameMention[];
}

interface Draft {
  canonical: string;
  type: NameType;
  forms: Set<string>;
}

/** The names of a document read together. */
export interface CollectedNames {
  readonly registry: NameRegistry;
  /** The mentions of one of the sentences that are names, with their canonical form. */
  resolve(sentence: NamedSentence): NameMention[];
}

/** Reads the names of a document together. */
export function collectNames(sentences: readonly NamedSentence[]): CollectedNames {
  const attested = attestedWords(sentences);
  const namesOf = (sentence: NamedSentence) =>
    sentence.names.filter(
      (name) => !name.opening || attested.has(foldName(name.text)) || isListed(sentence, name),
    );
  const byForm = collectEntities(sentences.map((one) => ({ text: one.text, names: namesOf(one) })));
  return {
    registry: registryOf(byForm),
    resolve: (sentence) => namesOf(sentence).map((name) => withCanonical(name, byForm)),
  };
}

/** So much behind a name tells whether it is listed or stands before brackets. */
const BEHIND = 10;

/** Equal for sentences whose names tell a document the same. */
export function nameSignature({ text, names }: NamedSentence): string {
  return names
    .map((name, at) => {
      const gap = Math.min(BEHIND, (names[at + 1]?.start ?? text.length) - name.end);
      const behind = text.slice(name.end, name.end + BEHIND);
      return [name.text, name.canonical, name.type, name.opening ? 1 : 0, gap, behind].join("\u0001");
    })
    .join("\u0002");
}

function registryOf(byForm: ReadonlyMap<string, Draft>): NameRegistry {
  return {
    find: (form) => byForm.get(foldName(form)),
    entities: [...new Set(byForm.values())],
  };
}

/** The words that stand in names elsewhere than at the head of a sentence. */
function attestedWords(sentences: readonly NamedSentence[]): Set<string> {
  const words = new Set<string>();
  for (const { names } of sentences)
    for (const name of names)
      if (!name.opening) {
        words.add(foldName(name.text));
        if (name.type === "person" || name.type === "unknown")
          for (const word of foldName(name.text).split(" ")) words.add(word);
      }
  return words;
}

/** "Nsalu and Katete": a doubtful first word next to a sure name. */
function isListed(sentence: NamedSentence, name: NameMention): boolean {
  const next = sentence.names[sentence.names.indexOf(name) + 1];
  return next !== undefined && /^(?:,| and| or|, and) $/.test(`${sentence.text.slice(name.end, next.start)}`);
}

function withCanonical(name: NameMention, byForm: ReadonlyMap<string, Draft>): NameMention {
  const entity = byForm.get(foldName(name.text));
  if (!entity) return name;
  const type = name.type === "unknown" ? entity.type : name.type;
  return entity.canonical === name.canonical && type === name.type
    ? name
    : { ...name, canonical: entity.canonical, type };
}

function collectEntities(sentences: readonly NamedSentence[]): Map<string, Draft> {
  const byForm = new Map<string, Draft>();
  for (const { names } of sentences) for (const name of names) addForm(byForm, name);
  for (const { text, names } of sentences) linkBrackets(byForm, text, names);
  linkAcronyms(byForm);
  linkPersons(byForm);
  linkShortForms(byForm);
  return byForm;
}

function addForm(byForm: Map<string, Draft>, name: NameMention): void {
  const key = foldName(name.text);
  const known = byForm.get(key);
  if (known) {
    if (known.type === "unknown") known.type = name.type;
    return;
  }
  const canonicalKey = foldName(name.canonical);
  const entity = byForm.get(canonicalKey);
  if (entity) {
    entity.forms.add(key);
    byForm.set(key, entity);
    return;
  }
  const fresh: Draft = { canonical: name.canonical, type: name.type, forms: new Set([key, canonicalKey]) };
  byForm.set(key, fresh);
  byForm.set(canonicalKey, fresh);
}

function merge(byForm: Map<string, Draft>, short: Draft, long: Draft): void {
  if (short === long) return;
  if (long.type === "unknown") long.type = short.type;
  for (const form of short.forms) {
    long.forms.add(form);
    byForm.set(form, long);
  }
}

/** "the Food Safety Agency (FSA)", "Kolmart (the Company)". */
function linkBrackets(byForm: Map<string, Draft>, text: string, names: readonly NameMention[]): void {
  for (let i = 1; i < names.length; i++) {
    const long = names[i - 1] as NameMention;
    const short = names[i] as NameMention;
    if (!/^\s?\((?:the |[“"‘'])?$/.test(text.slice(long.end, Math.min(short.start, long.end + 9)))) continue;
    if (!/^[”"’']?[),]/.test(text.slice(short.end, short.end + 2))) continue;
    const introduces =
      isAcronym(short.text) || isAcronym(long.text) || organisationHeads.has(foldName(short.text));
    const [a, b] = [byForm.get(foldName(short.text)), byForm.get(foldName(long.text))];
    if (!introduces || !a || !b) continue;
    if (isAcronym(long.text) && !isAcronym(short.text)) merge(byForm, b, a);
    else merge(byForm, a, b);
  }
}

/** The capitals of a name as an acronym would have them: "Food and Agriculture Organization" → "fao". */
export function initialsOf(name: string): string {
  let initials = "";
  for (const word of name.split(/[\s-]+/)) if (/^\p{Lu}/u.test(word)) initials += word[0];
  return initials.toLowerCase();
}

function linkAcronyms(byForm: Map<string, Draft>): void {
  const byInitials = new Map<string, Draft[]>();
  const all = [...new Set(byForm.values())];
  for (const entity of all) {
    const initials = initialsOf(entity.canonical);
    if (initials.length < 2 || entity.type === "person" || !entity.canonical.includes(" ")) continue;
    byInitials.set(initials, [...(byInitials.get(initials) ?? []), entity]);
  }
  for (const entity of all) {
    if (!isAcronym(entity.canonical) || lookUpName(entity.canonical).length > 0) continue;
    const long = byInitials.get(foldName(entity.canonical));
    if (long?.length === 1 && long[0]) merge(byForm, entity, long[0]);
  }
}

/** A surname alone is the one person of that surname. */
function linkPersons(byForm: Map<string, Draft>): void {
  const bySurname = new Map<string, Draft[]>();
  const all = [...new Set(byForm.values())];
  for (const entity of all) {
    const words = foldName(entity.canonical).split(" ");
    if (words.length < 2 || words.length > 5 || entity.type === "organisation" || entity.type === "place")
      continue;
    const surname = words.at(-1) as string;
    bySurname.set(surname, [...(bySurname.get(surname) ?? []), entity]);
  }
  for (const entity of all) {
    const key = foldName(entity.canonical);
    if (key.includes(" ") || entity.type === "place" || entity.type === "group") continue;
    const full = bySurname.get(key);
    if (full?.length !== 1 || !full[0]) continue;
    if (entity.type === "person") full[0].type = "person";
    merge(byForm, entity, full[0]);
  }
}

/** "the Agency" is the one body whose name has that head; "Kolmart" the one whose name begins so. */
function linkShortForms(byForm: Map<string, Draft>): void {
  const byWord = new Map<string, Draft[]>();
  const all = [...new Set(byForm.values())];
  for (const entity of all) {
    if (!entity.canonical.includes(" ") || entity.type === "person") continue;
    const words = foldName(entity.canonical).split(" ");
    for (const word of new Set([words[0] as string, ...words.filter((one) => organisationHeads.has(one))]))
      byWord.set(word, [...(byWord.get(word) ?? []), entity]);
  }
  for (const entity of all) {
    const key = foldName(entity.canonical);
    if (key.includes(" ") || lookUpName(entity.canonical).length > 0) continue;
    const long = byWord.get(key);
    if (long?.length === 1 && long[0] && long[0] !== entity) merge(byForm, entity, long[0]);
  }
}
