/**
 * Checks where a draft says a person or a firm is from ("Lena Frost of Bergen", "the Bergen firm Nordlys") against what
 * the sources say of the same. Knows names, places and the few words between them.
 */
import { compareNames } from "../../kinds/name/compare.ts";
import { bodyNouns } from "../../kinds/role/words.ts";
import { foldName, isRegion, lookUpName } from "../../lexicon/gazetteer.ts";
import type { NameMention, Sentence, SourceReading } from "../../statements/types.ts";
import type { Corpus, Finding } from "../types.ts";
import { sameName } from "./context.ts";

/** A holder of a name and the place it is said to be from. */
interface Affiliation {
  readonly holder: NameMention;
  readonly place: NameMention;
}

interface SourceAffiliation extends Affiliation {
  readonly sentence: Sentence;
  readonly source: SourceReading;
}

const indexes = new WeakMap<
  Corpus,
  { version: number; byWord: ReadonlyMap<string, readonly SourceAffiliation[]> }
>();

/** Findings on the places that the names of one sentence are tied to. */
export function checkAffiliations(sentence: Sentence, corpus: Corpus): Finding[] {
  if (sentence.names.length < 2) return [];
  const findings: Finding[] = [];
  for (const own of affiliationsOf(sentence)) {
    const known = (indexOf(corpus).get(keyOf(own.holder)) ?? []).filter(
      (one) => sameName(own.holder, one.holder) === "same",
    );
    const wrong = contradicting(own, known);
    if (wrong && !standTogether(own, corpus)) findings.push(finding(sentence, own, wrong));
  }
  return findings;
}

/** The first place that a source gives instead, where none of them gives a place that may be the draft's. */
function contradicting(own: Affiliation, known: readonly SourceAffiliation[]): SourceAffiliation | null {
  const excluded = known.every(
    (one) => sameName(own.place, one.place) === "different" && sameSort(own.place, one.place),
  );
  return excluded ? (known[0] ?? null) : null;
}

/** Town against town or country against country: neither can lie in the other. */
function sameSort(a: NameMention, b: NameMention): boolean {
  if (isRegion(a.text) || isRegion(b.text)) return false;
  const [one, other] = [lookUpName(a.text)[0], lookUpName(b.text)[0]];
  return isLand(one?.sense) === isLand(other?.sense);
}

const isLand = (sense: string | undefined): boolean => sense === "name" || sense === "people";

/** Whether some sentence of the sources has both names, so that the draft may be right after all. */
function standTogether({ holder, place }: Affiliation, corpus: Corpus): boolean {
  const names = (sentence: Sentence, name: NameMention): boolean =>
    sentence.names.some((other) => compareNames(other.canonical, name.canonical) !== "different");
  return corpus.sources.some((source) =>
    source.sentences.some((sentence) => names(sentence, holder) && names(sentence, place)),
  );
}

function indexOf(corpus: Corpus): ReadonlyMap<string, readonly SourceAffiliation[]> {
  const known = indexes.get(corpus);
  if (known?.version === corpus.version) return known.byWord;
  const byWord = new Map<string, SourceAffiliation[]>();
  for (const source of corpus.sources)
    for (const sentence of source.sentences)
      for (const one of affiliationsOf(sentence)) {
        const key = keyOf(one.holder);
        byWord.set(key, [...(byWord.get(key) ?? []), { ...one, sentence, source }]);
      }
  indexes.set(corpus, { version: corpus.version, byWord });
  return byWord;
}

/** A surname, or the first word of what is no person. */
function keyOf({ canonical, type }: NameMention): string {
  const words = foldName(canonical).split(" ");
  return (type === "person" ? words.at(-1) : words[0]) ?? "";
}

function affiliationsOf({ names, text }: Sentence): Affiliation[] {
  const found: Affiliation[] = [];
  for (let i = 1; i < names.length; i++) {
    const [left, right] = [names[i - 1] as NameMention, names[i] as NameMention];
    const between = text.slice(left.end, right.start);
    if (between.length > 60) continue;
    const behind = text.slice(right.end, right.end + 40);
    const set = between.startsWith(",") || / (?:based|headquartered) in $/.test(between);
    if ((isHolder(left) || (set && isOwnName(left))) && isPlace(right) && leadsToPlace(between, behind))
      found.push({ holder: left, place: right });
    else if (isPlace(left) && isHolder(right) && leadsToHolder(between))
      found.push({ holder: right, place: left });
  }
  return found;
}

/** Several words are a name of one's own; a single one may be a place or a body in short. */
const isHolder = ({ type, canonical }: NameMention): boolean =>
  (type === "person" || type === "organisation" || type === "unknown") && canonical.includes(" ");

/** A single word that can only be a body's or a person's where a comma sets off where it is from. */
const isOwnName = ({ type, text }: NameMention): boolean =>
  type === "organisation" || type === "person" || (type !== "group" && lookUpName(text).length === 0);

const isPlace = ({ type, text }: NameMention): boolean =>
  (type === "place" || type === "unknown") && !/^[A-Z]{2,}$/.test(text) && text.split(" ").length <= 3;

/** "X of [Bergen]", "X, a shipping firm based in [Bergen]", "X, the [Bergen] firm", "X is based in [Bergen]". */
function leadsToPlace(between: string, behind: string): boolean {
  if (/^,? (?:of|from) $/.test(between)) return /^(?:[,.;:)]|$| (?!and\b)\p{Ll})/u.test(behind);
  if (/^,? (?:(?:is|was|which is|a firm) )?(?:based|headquartered) in $/.test(between)) return true;
  const apposed = /^, (?:an?|the|its) ((?:\p{Ll}[\p{Ll}-]* ){0,4}?)((?:in|from|of|based in) )?$/u.exec(
    between,
  );
  if (!apposed) return false;
  const nouns = (apposed[1] as string).trim().split(" ");
  if (apposed[2]) return bodyNouns.has(nouns.at(-1) ?? "") || bodyNouns.has(nouns.at(-2) ?? "");
  return startsWithBody(behind);
}

/** "[Bergen]'s X", "the [Bergen] firm X", "the [Bergen]-based firm X". */
function leadsToHolder(between: string): boolean {
  if (/^['’]s (?:own )?$/.test(between)) return true;
  const words = /^(?:-based)? ((?:\p{Ll}[\p{Ll}-]* ){1,3})$/u.exec(between)?.[1];
  return words !== undefined && bodyNouns.has(words.trim().split(" ").at(-1) as string);
}

/** " shipping firm …", "-based charity …". */
function startsWithBody(behind: string): boolean {
  const words = /^(?:-based)? ((?:\p{Ll}[\p{Ll}-]*[ ,.]?){1,3})/u.exec(behind)?.[1];
  return words?.split(/[ ,.]/).some((word) => bodyNouns.has(word)) ?? false;
}

function finding(sentence: Sentence, { place, holder }: Affiliation, one: SourceAffiliation): Finding {
  const span = { start: place.start, end: place.end };
  const town = one.place;
  return {
    kind: "name",
    verdict: "contradicted",
    sentence,
    span,
    confidence: 0.85,
    actual: place.text,
    expected: town.text,
    message: `${holder.canonical} is from ${town.text} in “${one.source.title}”.`,
    arithmetic: null,
    passages: [{ source: one.source, sentence: one.sentence, focus: [{ start: town.start, end: town.end }] }],
    replacements: [{ span, newText: town.text }],
    features: {},
  };
}
