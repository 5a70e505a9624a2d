/**
 * What the numbers that decisions are made from mean, in plain words. Knows their names only.
 */

/** Of the claim as a whole, and of its sentence. */
const CLAIM: Readonly<Record<string, string>> = {
  conflict: "how likely the best value that disagrees speaks of the same fact",
  agree: "how likely the best value that agrees speaks of the same fact",
  margin: "how much likelier the one that disagrees is than the one that agrees",
  second: "how likely a value that disagrees in another sentence is",
  sibling: "how likely another value that disagrees in the same sentence is",
  conflictAll: "how likely any value that differs in this way speaks of the same fact",
  agreeAll: "how likely any value that agrees speaks of the same fact",
  agreeFirst: "how likely the best value that agrees looked by itself",
  agreeLoose: "the value that agrees is related by what stands around it only",
  agreeNear: "the value that agrees stands in one of the three nearest sentences",
  beside: "how likely a value that agrees in the very sentence that disagrees is",
  besides: "the sentence that disagrees holds a value that agrees too",
  updated: "another sentence holds both values, as “151 and not 148” does",
  derived: "how surely the claim follows by arithmetic from the sources' figures",
  derivedStated: "how surely it follows from the figures of one statement",
  derivedAround: "how surely it follows from what the claims nearby are taken from",
  derivedTable: "how surely it follows from a row or column of a table",
  derivedOwn: "how surely it follows from the draft's own figures",
  derivable: "the claim follows by arithmetic from the sources' figures",
  derivedHere: "the arithmetic starts from the value that disagrees",
  stands: "the very value stands somewhere in the sources",
  precise: "how many digits the figure has",
  own: "the sentence speaks of the writer: “we”, “our”",
  supposed: "the sentence supposes: “if”, “would”",
  question: "the sentence asks",
  advice: "the sentence advises, requests or plans",
  aside: "it stands in a heading, a footnote or a line such as “To: …”",
  foreign: "share of the sentence's names that no source has",
};

/** Of a value of a source beside the claim. */
const PAIR: Readonly<Record<string, string>> = {
  score: "share of the draft's words that the source's sentence has",
  covered: "share of the source's words that the draft's sentence has",
  forward: "share of what stands around the claim that stands around the value too",
  backward: "share of what stands around the value that stands around the claim too",
  noun: "how alike the things counted are",
  likeness: "how alike the two verbs are",
  subject: "how much the subjects have in common",
  object: "how much the objects have in common",
  taken: "another claim of the sentence agrees with it already",
  bound: "how closely the words around tie it to the claim",
  bind: "how much more closely than the other values of its sentence",
  landmarks: "other facts that the two paragraphs share",
  cellLeast: "how alike row and column are",
  time: "whether both are said of the same time",
  echo: "the claim's number stands elsewhere in that sentence",
  anchors: "share of the other claims of the sentence that agree with that sentence",
  verb: "how alike the nearest verbs are",
  names: "share of the draft's names that the source's sentence has",
  direction: "both rise, or both fall",
  hedged: "the draft writes “about”, “more than” or the like",
};

/** Of a value of a source, whichever way it was found to differ; kept apart, for the list above is long. */
const MORE_OF_PAIR: Readonly<Record<string, string>> = {
  answered: "share of the sentence's own words that the source's sentence has",
  unmet: "how telling the rarest word is that the source's sentence does not have",
  about: "how much what the two clauses are about has in common",
  side: "both stand on one side of their verbs",
  combines: "the claim reads like a figure that others make up: “together”, “another”, “left”",
  combined: "the value reads like a figure that others make up",
  across: "the two are different words for so and not so",
  anaphor: "the source's clause says “it”, “one” or “this” for what the draft names",
  brief: "the source's sentence is short",
  clause: "share of the draft's clause that the source's clause has",
  clauseBack: "share of the source's clause that the draft's clause has",
  conditioned: "the source makes it subject to something",
  continued: "the sentence before names what the source's clause is about",
  embedded: "the draft says it below another verb, as in “asked to pay”",
  theirsEmbedded: "the source says it below another verb, as in “asked to pay”",
  objectHead: "how alike the heads of the objects are",
  subjectHead: "how alike the heads of the subjects are",
  subjectMet: "share of the draft's subject that the source's sentence has",
  restMet: "share of the rest of the draft's clause that the source's sentence has",
  restMetBack: "share of the rest of the source's clause that the draft's sentence has",
  sameKey: "both verbs belong to one family of words",
};

/** How much two values have around them, and how two dates are told. */
const AROUND: Readonly<Record<string, string>> = {
  evidence: "how many of the draft's words the source's sentence has, rare ones counting more",
  shared: "the same of the words around the claim",
  wordBefore: "the word before is the same",
  wordBehind: "the word behind is the same",
  mineFine: "how finely the draft tells the date, from time of day to century",
  theirsFine: "how finely the source tells it",
  mineRelative: "the draft counts it from another day: “last week”",
  theirsRelative: "the source counts it from another day",
  mineVague: "the draft names a part of a span: “late”, “spring”",
  theirsVague: "the source names a part of a span",
  mineUnit: "the unit of the draft's length, from minute to decade",
  theirsUnit: "the unit of the source's length",
  mineBound: "whether the draft says “on”, “by”, “until”, “since” or the like",
  theirsBound: "whether the source does",
  mineCount: "how many units the draft's length has",
};

/** Constructions that two values stand in. */
const CONSTRUCTIONS: Readonly<Record<string, string>> = {
  against: "as what something is measured against",
  part: "as a part",
  whole: "behind “of” or “in”",
  differs: "as a difference",
  goal: "as a goal, a limit or a wish",
  added: "as another",
  ahead: "as to come",
  former: "as former",
  denied: "as denied",
  limited: "with “only”, “up to” or the like",
};

/** How a claim's day lies to the days of its draft and of the sources. */
const DAYS: Readonly<Record<string, string>> = {
  draftDay: "the claim is the draft's own day",
  toDraft: "how far the claim is from the draft's day, in powers of ten of days",
  sourceDay: "the claim is the day of the source that disagrees",
  anySourceDay: "the claim is the day of one of the sources",
  toSource: "how far the claim is from the day of the source that disagrees",
  theirsToSource: "how far the date that disagrees is from its source's day",
  theirsToDraft: "how far the date that disagrees is from the draft's day",
};

/** Figures and days beside two predicates. */
const FIGURES: Readonly<Record<string, string>> = {
  figures: "share of the draft's figures and days that the source's sentence has",
  figuresBack: "share of the source's figures and days that the draft's sentence has",
  clauseFigures: "the same of the draft's clause",
  clauseFiguresBack: "the same of the source's clause",
  counts: "share of the figures of the draft's subject that the source's sentence has",
  countsBack: "share of the figures of the source's subject that the draft's sentence has",
};

/** Circumstances that two predicates are told in. */
const CIRCUMSTANCES: Readonly<Record<string, string>> = {
  pronoun: "with a pronoun for its subject",
  named: "with a name in its subject",
  silent: "without a subject",
  counted: "of some of several",
  said: "as somebody's words",
  quoted: "between quotation marks",
  under: "under “because”, “when” or the like",
  relative: "in a clause with “who” or “which”",
  view: "as what somebody thinks",
  otherwiseDenied: "beside another denial in its clause",
  deniedBefore: "behind a denial",
  limited: "with “only” or the like",
  added: "with “also”, “still” or the like",
  apart: "with “instead”, “other” or the like",
  conditional: "with “would”",
  passive: "as done to its subject",
  object: "with an object",
  first: "as the first verb",
  joined: "behind “and” or “but”",
  possible: "as possible",
  intended: "as intended",
  past: "as past",
  future: "as to come",
  present: "as present",
};

function circumstanceMeaning(name: string): string {
  const [, prefix, rest = ""] = /^(p|as)-(.+)$/.exec(name) ?? [];
  const told = prefix === "p" ? CIRCUMSTANCES[rest] : prefix === "as" ? CONSTRUCTIONS[rest] : undefined;
  return told ? `told ${told}: 1 both, 0 neither, -1 only the draft, -2 only the source` : "";
}

/** What the rest of the draft uses the facts for. */
const USAGE: Readonly<Record<string, string>> = {
  right: "how likely another sentence states rightly what disagrees here",
  times: "how many other sentences state it rightly",
  wrong: "how likely another sentence disagrees with it too",
  statement: "how likely another sentence draws upon the sentence that disagrees",
  agreeRight: "how likely another sentence is about the value that agrees",
  agreeTimes: "how many other sentences are about it",
  agreeStatement: "how likely another sentence draws upon the sentence that agrees",
};

/** How the value that disagrees differs. */
const DIFFERENCE: Readonly<Record<string, string>> = {
  distance: "how far apart the two numbers are, in powers of ten",
  sameNumber: "it is the same number with another bound, rate or unit",
  sameDigits: "they are the same digits at another order of magnitude",
  swapped: "they are the same digits in another order",
  sourceHedged: "the source writes “about”, “more than” or the like",
  sourceSmall: "the source's number is three or less",
  turned: "one is a bound from below and the other one from above",
  apart: "how far apart the two days are, in powers of ten",
  lengths: "how far apart the two durations are, in powers of ten",
  boundsDiffer: "one says “by”, “since” or “until” and the other does not",
  sameDay: "the day of the month is the same",
  sameMonth: "the month is the same",
  sameYear: "the year is the same",
  statedMonth: "the draft names a month",
  alike: "both dates are of one sort: a day, a month, a span, with the same bound",
  told: "how much of day, month, year and weekday both state",
  onlyDay: "the day of the month alone differs",
  onlyMonth: "the month alone differs",
  onlyYear: "the year alone differs",
  onlyWeekday: "the weekday alone differs",
  dayAndWeekday: "day and weekday differ",
  sameCount: "the two lengths have the same number",
  across: "the two are different words for so and not so",
  polarity: "one says that it is so and the other that it is not",
  opposite: "the two words are opposites",
  status: "one has it done and the other only begun, planned or proposed",
  certainty: "one has it sure and the other only possible",
  negated: "the draft denies it",
  theirsNegated: "the source denies it",
  intended: "the draft speaks of an intention",
  theirsIntended: "the source speaks of an intention",
};

/** How the value that disagrees stands among all that the claim could be about. */
const RIVALRY: Readonly<Record<string, string>> = {
  first: "how likely it looked by itself",
  rank: "its place among them, from 0",
  pairs: "how many there are",
  share: "its share of all their likelihood",
  sibling: "how likely the best other one of its sentence is",
  other: "how likely the best one of another sentence is",
  overSibling: "how much likelier it is than the others of its sentence",
  overOther: "how much likelier it is than those of other sentences",
  restated: "how likely another sentence says the same",
  rival: "how likely it is the fact of another claim of the sentence",
  overRival: "how much likelier it is the fact of this claim than of another",
};

const PLACES: Readonly<Record<string, string>> = {
  sentence: "claims of the sentence",
  block: "claims of the sentences around",
  row: "claims of the row",
};

const COMPANY: Readonly<Record<string, string>> = {
  All: "how many other WHERE are likely taken from the sources",
  Same: "share of the other WHERE taken from the same sentence of the source",
  Near: "share of the other WHERE taken from near it",
  Source: "share of the other WHERE taken from the same source",
};

const GROUPS: Readonly<Record<string, { readonly lead: string; readonly of: (name: string) => string }>> = {
  c: { lead: "the value that disagrees: ", of: pairMeaning },
  a: { lead: "the value that agrees: ", of: pairMeaning },
  w: { lead: "", of: (name) => DAYS[name] ?? "" },
  u: { lead: "", of: (name) => USAGE[name] ?? "" },
  d: { lead: "", of: (name) => DIFFERENCE[name] ?? circumstanceMeaning(name) },
  r: { lead: "the value that disagrees among all others: ", of: (name) => RIVALRY[name] ?? companyOf(name) },
};

/** What a number of that name means; empty where it has no words. */
export function meaningOf(name: string): string {
  const [, prefix, rest] = /^([a-z])\.(.+)$/.exec(name) ?? [];
  if (prefix === undefined || rest === undefined) return CLAIM[name] ?? "";
  const group = GROUPS[prefix];
  const meaning = group?.of(rest) ?? "";
  return meaning === "" ? "" : `${group!.lead}${meaning}`;
}

function pairMeaning(name: string): string {
  return PAIR[name] ?? MORE_OF_PAIR[name] ?? AROUND[name] ?? FIGURES[name] ?? circumstanceMeaning(name);
}

function companyOf(name: string): string {
  const [, place = "", what = ""] = /^(sentence|block|row)(All|Same|Near|Source)$/.exec(name) ?? [];
  return COMPANY[what]?.replace("WHERE", PLACES[place]!) ?? "";
}
