/**
 * Folds spellings that a fair quotation may differ in: British and American, accents, mark styles.
 * Knows single words only.
 */

const PAIRS: readonly (readonly [string, string])[] = [
  ["grey", "gray"],
  ["tyre", "tire"],
  ["kerb", "curb"],
  ["aeroplane", "airplane"],
  ["aluminium", "aluminum"],
  ["ageing", "aging"],
  ["judgement", "judgment"],
  ["acknowledgement", "acknowledgment"],
  ["cheque", "check"],
  ["sceptic", "skeptic"],
  ["sceptical", "skeptical"],
  ["scepticism", "skepticism"],
  ["whilst", "while"],
  ["amongst", "among"],
  ["towards", "toward"],
  ["afterwards", "afterward"],
  ["plough", "plow"],
  ["mould", "mold"],
  ["jewellery", "jewelry"],
  ["manoeuvre", "maneuver"],
  ["programme", "program"],
  ["programmes", "programs"],
  ["licence", "license"],
  ["practise", "practice"],
  ["fulfil", "fulfill"],
  ["enrol", "enroll"],
  ["instalment", "installment"],
  ["skilful", "skillful"],
  ["okay", "ok"],
];
const FOLDED = new Map(PAIRS.map(([british, american]) => [british, american]));

/** The form under which two spellings of one word are equal: "Labour’s" and "labor's" are. */
export function foldSpelling(word: string): string {
  const cached = cache.get(word);
  if (cached !== undefined) return cached;
  const folded = fold(word);
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(word, folded);
  return folded;
}

const CACHE_LIMIT = 60_000;
const cache = new Map<string, string>();

function fold(word: string): string {
  const plain = word
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/[’‘ʼ′]/g, "'");
  const known = FOLDED.get(plain);
  if (known !== undefined) return known;
  if (plain.length < 5 || plain.length > 40) return plain;
  return plain
    .replace(/our(?=$|s$|ed$|ing$|er$|ers$|able$|ite$|ites$|hood|'s$)/, "or")
    .replace(/is(?=(?:e|es|ed|ing|er|ers|ation|ations|ational)$)/, "iz")
    .replace(/ys(?=(?:e|es|ed|ing)$)/, "yz")
    .replace(/(?<=[bt])re(?=s?$)/, "er")
    .replace(/ll(?=(?:ed|ing|er|ers|ation)$)/, "l")
    .replace(/(?<=og)ue(?=s?$)/, "")
    .replace(/(?<=(?:en|f))ce(?=$|s$)/, "se")
    .replace(/ae|oe/, "e");
}
