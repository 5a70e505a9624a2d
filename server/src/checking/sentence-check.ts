/**
 * The check of one sentence in two steps: what it leans to by itself, and what is found once the whole draft is known.
 * Knows no places and no editor.
 */
import type { StatementIndex } from "../sources/statement-index.ts";
import type { Reading, Sentence } from "../statements/types.ts";
import { sentencesAround } from "./alignment/vicinity.ts";
import { figureKey } from "./arithmetic/givens.ts";
import { isCitationNote } from "./citation-note.ts";
import { type Assessment, assess, type Situation, situationOf } from "./decision/assess.ts";
import { decide } from "./decision/decide.ts";
import { reconcile, settles } from "./decision/reconcile.ts";
import { besideUsage, isOpenTo, type Leaning, leaningsOf, type Usage, usageKey } from "./decision/usage.ts";
import type { KeptLately } from "./kept.ts";
import { isTerse } from "./name/figure-owner.ts";
import { ownKey } from "./own-key.ts";
import { looksAround } from "./relation/context.ts";
import type { Placed, RulePanels } from "./rule-panels.ts";
import type { RuleGroup, Rules } from "./rules.ts";
import { isPronounHeard } from "./speaker/speakers.ts";
import type { Corpus, Finding } from "./types.ts";

export interface SentenceCheck {
  /** What its claims lean to by themselves. */
  readonly leanings: readonly Leaning[];
  /** What is found where the draft uses the facts so; the same array while that does not matter to it. */
  settle(usage: Usage, place: number): readonly Finding[];
}

/** What sentences are checked by. */
export interface Bench {
  readonly corpus: Corpus;
  readonly rules: Rules;
  readonly panels: RulePanels;
  /** What was made of sentences lately. */
  readonly checked: MadeLately<SentenceCheck>;
  /** What groups of rules told lately. */
  readonly ruled: MadeLately<readonly Finding[]>;
}

const NOTHING: SentenceCheck = { leanings: [], settle: () => [] };
/** A sentence that stands in a draft twice may be settled in two ways. */
const KEPT = 4;

/** Something that was made of a sentence, and what of the sentence behind it was looked at; null where nothing was. */
export interface Made<V> {
  readonly value: V;
  readonly behind: string | null;
}

/** What was made of sentences lately, by what it was made from. */
type MadeLately<V> = KeptLately<Made<V>>;

/** The check of a sentence, or of one that was its like lately. */
export function checkSentence(sentence: Sentence, draft: Reading, bench: Bench): SentenceCheck {
  const { corpus } = bench;
  if (isCitationNote(sentence, corpus.sources) || !corpus.index) return NOTHING;
  const situation = situationOf(draft, sentence, corpus.index);
  const placed = { sentence, draft, near: situation.pairings };
  const keys = keysOf(placed, situation);
  const key = [keys.stanced, situation.key, keys.voices].join("\u0003");
  return madeLately(bench.checked, key, keys, () => checkBy(assess(situation), keys, placed, bench)).value;
}

/** Looks up what was made from the same, or makes it. */
function madeLately<V>(lately: MadeLately<V>, key: string, { behind }: Keys, make: () => Made<V>): Made<V> {
  const known = lately.find(key);
  if (known && (known.behind === null || known.behind === behind)) return known;
  const made = make();
  lately.keep(key, made);
  return made;
}

function checkBy(assessment: Assessment, keys: Keys, placed: Placed, bench: Bench): Made<SentenceCheck> {
  const ask = (group: RuleGroup) => askGroup(group, keys, placed, bench);
  const sure = ask("beside").value;
  const relations = ask("relations");
  const rest = [...ask("voices").value, ...ask("names").value, ...relations.value, ...ask("figures").value];
  const settled = (judged: readonly Finding[]) =>
    reconcile([
      ...sure,
      // What stands side by side needs no estimate.
      ...judged.filter((one) => !sure.some((other) => settles(other, one))),
      ...rest,
    ]);
  const check = {
    leanings: leaningsOf(assessment),
    settle: settling(assessment, (beside) => settled(decide(beside, bench.panels.standings))),
  };
  return { value: check, behind: relations.behind };
}

/**
 * What groups of rules depend on. All look at the sentence with what it inherits; what stands around it in its paragraph
 * counts for its stance, for who is quoted, and for the relations of a sentence that says little by itself.
 */
interface Keys {
  readonly stanced: string;
  readonly voices: string;
  readonly behind: string;
}

function keysOf(placed: Placed, { stance, inherited, index }: Situation): Keys {
  const own = [ownKey(placed.draft, placed.sentence), inherited, toldBefore(placed)].join("\u0001");
  return {
    stanced: `${own}\u0001${Object.values(stance).join(" ")}`,
    voices: own + aroundSpeaker(placed),
    behind: wordsBehind(placed, index),
  };
}

/** What a group of rules tells of the sentence. */
function askGroup(
  group: RuleGroup,
  keys: Keys,
  placed: Placed,
  { corpus, rules, panels, ruled }: Bench,
): Made<readonly Finding[]> {
  const { sentence, draft } = placed;
  return madeLately(ruled, `${group}\u0001${group === "voices" ? keys.voices : keys.stanced}`, keys, () => {
    const found = rules[group].flatMap((rule) => rule(sentence, draft, corpus));
    const value = panels.weighed(group, found, placed);
    return { value, behind: looksAround(sentence) ? keys.behind : null };
  });
}

/** What stands around a sentence in which a pronoun speaks: "he" may be named there. */
function aroundSpeaker({ draft, sentence }: Placed): string {
  if (!isPronounHeard(sentence)) return "";
  return sentencesAround(draft, sentence)
    .map(({ text }) => `\u0001${text}`)
    .join("");
}

/** What rules on figures look at in the sentence before, besides the words that are inherited from it. */
function toldBefore({ draft, sentence }: Placed): string {
  const before = draft.sentences[sentence.index - 1];
  if (before?.blockIndex !== sentence.blockIndex) return "";
  return isTerse(sentence) ? before.text : before.quantities.map(figureKey).join("\u0002");
}

/** The words of the sentence behind in the paragraph, those that the sources have. */
function wordsBehind({ draft, sentence }: Placed, index: StatementIndex): string {
  const next = draft.sentences[sentence.index + 1];
  if (next?.blockIndex !== sentence.blockIndex) return "";
  return next.terms.flatMap(({ key, weight }) => (index.holds(key) ? [`${key} ${weight}`] : [])).join(" ");
}

/** Decides once for each way in which the draft uses the facts; lets go of the assessment where there is but one. */
function settling(
  assessment: Assessment,
  decided: (beside: Assessment) => readonly Finding[],
): SentenceCheck["settle"] {
  if (!isOpenTo(assessment)) {
    const found = decided(assessment);
    return () => found;
  }
  const known = new Map<string, readonly Finding[]>();
  return (usage, place) => {
    const key = usageKey(assessment, usage, place);
    let found = known.get(key);
    if (!found) {
      found = decided(besideUsage(assessment, usage, place));
      if (known.size >= KEPT) known.clear();
      known.set(key, found);
    }
    return found;
  };
}
