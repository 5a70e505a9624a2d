/**
 * English verb forms from the dictionary form. Knows spelling rules and the irregular verbs of news prose.
 */

/** lemma: past, participle (one word where both are alike). */
const IRREGULAR: Readonly<Record<string, readonly [string, string]>> = Object.fromEntries(
  `be was been|have had|do did done|go went gone|say said|make made|take took taken|give gave given|come came come|
  see saw seen|know knew known|get got|find found|think thought|tell told|become became become|show showed shown|
  leave left|feel felt|put put|bring brought|begin began begun|keep kept|hold held|write wrote written|stand stood|
  hear heard|let let|mean meant|set set|meet met|run ran run|pay paid|sit sat|speak spoke spoken|lie lay lain|lead led|
  read read|grow grew grown|lose lost|fall fell fallen|send sent|build built|understand understood|draw drew drawn|
  break broke broken|spend spent|cut cut|rise rose risen|drive drove driven|buy bought|wear wore worn|choose chose chosen|
  seek sought|throw threw thrown|catch caught|deal dealt|win won|forget forgot forgotten|lay laid|sell sold|fight fought|
  teach taught|eat ate eaten|sing sang sung|strike struck|shut shut|spread spread|withdraw withdrew withdrawn|
  undertake undertook undertaken|overtake overtook overtaken|forbid forbade forbidden|swear swore sworn|shake shook shaken|
  freeze froze frozen|hide hid hidden|ride rode ridden|sink sank sunk|shrink shrank shrunk|bid bid|cast cast|cost cost|hit hit|
  hurt hurt|quit quit|split split|upset upset|bind bound|wind wound|bear bore borne|beat beat beaten|uphold upheld|
  withhold withheld|overcome overcame overcome|arise arose arisen|foresee foresaw foreseen|undergo underwent undergone|
  rebuild rebuilt|sleep slept|sweep swept|weep wept|lend lent|bend bent|shoot shot|stick stuck|steal stole stolen`
    .split("|")
    .map((entry) => entry.trim().split(/\s+/))
    .map(([lemma, past, participle]) => [lemma!, [past!, participle ?? past!] as const]),
);

export type VerbForm = "base" | "third" | "past" | "participle" | "gerund";

/** The form of a verb, lower case. */
export function inflect(lemma: string, form: VerbForm): string {
  switch (form) {
    case "base":
      return lemma;
    case "third":
      return third(lemma);
    case "past":
      return IRREGULAR[lemma]?.[0] ?? regularPast(lemma);
    case "participle":
      return IRREGULAR[lemma]?.[1] ?? regularPast(lemma);
    case "gerund":
      return gerund(lemma);
  }
}

/** Which form of its lemma a word is; "past" where past and participle are alike. */
export function formOf(word: string, lemma: string): VerbForm {
  const text = word.toLowerCase();
  if (text === lemma) return "base";
  if (text.endsWith("ing")) return "gerund";
  const irregular = IRREGULAR[lemma];
  if (irregular) {
    if (text === irregular[0]) return "past";
    if (text === irregular[1]) return "participle";
  } else if (text.endsWith("ed")) return "past";
  return text.endsWith("s") ? "third" : "past";
}

function third(lemma: string): string {
  if (lemma === "be") return "is";
  if (lemma === "have") return "has";
  if (/(s|x|z|ch|sh|o)$/.test(lemma)) return `${lemma}es`;
  return /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ies` : `${lemma}s`;
}

function regularPast(lemma: string): string {
  if (lemma.endsWith("e")) return `${lemma}d`;
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ied`;
  return `${doubled(lemma)}ed`;
}

function gerund(lemma: string): string {
  if (lemma.endsWith("ie")) return `${lemma.slice(0, -2)}ying`;
  if (/[^eoy]e$/.test(lemma)) return `${lemma.slice(0, -1)}ing`;
  return `${doubled(lemma)}ing`;
}

/** "stop" doubles its consonant, "open" does not: one-syllable words, and a few stressed at the end. */
function doubled(lemma: string): string {
  const single = /^[^aeiou]*[aeiou][^aeiouwxy]$/.test(lemma);
  const stressed =
    /(admit|permit|commit|submit|omit|refer|prefer|defer|transfer|occur|incur|control|cancel|rebel|compel|expel|regret)$/.test(
      lemma,
    );
  return single || stressed ? lemma + lemma.slice(-1) : lemma;
}
