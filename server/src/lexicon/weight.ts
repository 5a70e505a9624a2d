/**
 * How much a word tells: nothing for stop words, little for light words, more the rarer it is. Knows frequency in general
 * English only; how often a word stands in the documents at hand is the caller's business.
 */
import { family } from "./families.ts";
import { rankOf, vocabularySize } from "./vectors.ts";

/** Words of grammar: they say nothing of what a sentence is about. Negators are here too; see negation. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    "a an the this that these those it its he him his she her hers they them their theirs we us our ours you your yours i me my " +
    "mine myself yourself himself herself itself ourselves themselves who whom whose which what where when why how " +
    "be is am are was were been being have has had having do does did done doing will would shall should can could may might must " +
    "ought and or but nor so yet if then else than as at by for from in into of off on onto out over to toward towards under up upon " +
    "with within without about above across after against along among amid around before behind below beneath beside besides between " +
    "beyond despite during except inside near outside per since through throughout till until via versus while whereas because " +
    "although though unless whether not n't no none neither never 's ' there here also too very just even still already only such " +
    "same other another each every either both all any some few many much more most several own again once ever rather quite " +
    "however therefore thus hence moreover furthermore meanwhile nevertheless etc eg ie mr mrs ms dr"
  ).split(" "),
);

/** Verbs and nouns that lean on their neighbours: "take a decision", "the number of", "a set of". */
export const LIGHT_WORDS: ReadonlySet<string> = new Set(
  (
    "make take give get go come put set hold keep let bring have say tell add note state accord include become remain seem use " +
    "way thing part number amount set kind sort type lot bit case fact time year month week day today yesterday tomorrow people " +
    "person one two first last next new now well back mean need want like follow base concern regard relate respect order place " +
    "number total per percent according including following other main overall various certain particular different own whole"
  ).split(" "),
);

const LIGHT = 0.25;
const UNKNOWN = 0.95;
const cache = new Map<string, number>();

/** Prior informativeness of a lemma, 0 (a stop word, a mark) to 1 (rare); numbers and unknown words are near 1. */
export function weight(lemma: string): number {
  const known = cache.get(lemma);
  if (known !== undefined) return known;
  const value = compute(lemma);
  if (cache.size > 50000) cache.clear();
  cache.set(lemma, value);
  return value;
}

function compute(lemma: string): number {
  if (STOP_WORDS.has(lemma) || !/[\p{L}\p{N}]/u.test(lemma)) return 0;
  if (LIGHT_WORDS.has(lemma)) return LIGHT;
  let rank = rankOf(lemma);
  if (rank < 0) rank = rankOf(family(lemma));
  if (rank < 0) return UNKNOWN;
  return 0.3 + 0.65 * Math.min(1, Math.log(1 + rank / 60) / Math.log(1 + vocabularySize() / 60));
}
