/**
 * The check of one sentence in two steps: what it leans to by itself, and what is found once the whole draft is known.
 * Knows no places and no editor.
 */
import type { Reading, Sentence } from "../statements/types.ts";
import { sentencesAround } from "./alignment/vicinity.ts";
import { isCitationNote } from "./citation-note.ts";
import { type Assessment, assessSentence } from "./decision/assess.ts";
import { decide } from "./decision/decide.ts";
import { reconcile, settles } from "./decision/reconcile.ts";
import { besideUsage, isOpenTo, type Leaning, leaningsOf, type Usage, usageKey } from "./decision/usage.ts";
import type { KeptLately } from "./kept.ts";
import { ownKey } from "./own-key.ts";
import { looksAround } from "./relation/context.ts";
import type { Placed, RulePanels } from "./rule-panels.ts";
import type { RuleGroup, Rules } from "./rules.ts";
import type { Stance } from "./stance.ts";
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
  /** What groups of rules told lately. */
  readonly ruled: KeptLately<readonly Finding[]>;
}

const NOTHING: SentenceCheck = { leanings: [], settle: () => [] };
/** A sentence that stands in a draft twice may be settled in two ways. */
const KEPT = 4;

export function checkSentence(sentence: Sentence, draft: Reading, bench: Bench): SentenceCheck {
  const { corpus, panels } = bench;
  if (isCitationNote(sentence, corpus.sources) || !corpus.index) return NOTHING;
  const assessment = assessSentence(draft, sentence, corpus.index);
  const ask = asking({ sentence, draft, near: assessment.pairings }, assessment.stance, bench);
  const sure = ask("beside");
  const rest = [...ask("voices"), ...ask("names"), ...ask("relations"), ...ask("figures")];
  const settled = (judged: readonly Finding[]) =>
    reconcile([
      ...sure,
      // What stands side by side needs no estimate.
      ...judged.filter((one) => !sure.some((other) => settles(other, one))),
      ...rest,
    ]);
  return {
    leanings: leaningsOf(assessment),
    settle: settling(assessment, (beside) => settled(decide(beside, panels.standings))),
  };
}

/**
 * Asks a group of rules, or looks up what it told of the sentence lately. All look at the sentence with what it inherits;
 * what stands behind it in its paragraph counts for its stance, for who is quoted, and for the relations of a sentence that says
 * little by itself.
 */
function asking(
  placed: Placed,
  stance: Stance,
  { corpus, rules, panels, ruled }: Bench,
): (group: RuleGroup) => readonly Finding[] {
  const { sentence, draft } = placed;
  const own = ownKey(draft, sentence);
  const stanced = `${own}\u0001${Object.values(stance).join(" ")}`;
  const ask = (group: RuleGroup) =>
    panels.weighed(
      group,
      rules[group].flatMap((rule) => rule(sentence, draft, corpus)),
      placed,
    );
  return (group) => {
    const key = `${group}\u0001${group === "voices" ? own + aroundSpeaker(placed) : stanced}`;
    if (group !== "relations") return ruled.get(key, () => ask(group));
    const known = ruled.find(key);
    if (known) return known;
    const found = ruled.get(`${key}\u0001${nextText(placed)}`, () => ask(group));
    if (!looksAround(sentence)) ruled.get(key, () => found);
    return found;
  };
}

/** What stands around a sentence in which somebody speaks: "he" may be named there. */
function aroundSpeaker({ draft, sentence }: Placed): string {
  if (sentence.attributions.length === 0) return "";
  return sentencesAround(draft, sentence)
    .map(({ text }) => `\u0001${text}`)
    .join("");
}

function nextText({ draft, sentence }: Placed): string {
  const next = draft.sentences[sentence.index + 1];
  return next?.blockIndex === sentence.blockIndex ? next.text : "";
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
