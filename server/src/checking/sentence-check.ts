/**
 * The check of one sentence in two steps: what it leans to by itself, and what is found once the whole draft is known.
 * Knows no places and no editor.
 */
import type { Reading, Sentence } from "../statements/types.ts";
import { type Assessment, assessSentence } from "./assess.ts";
import { isCitationNote } from "./citation-note.ts";
import { checkFrequencies } from "./date-frequencies.ts";
import { checkRates } from "./date-rates.ts";
import { checkStages } from "./date-stages.ts";
import { checkWeekdays } from "./date-weekdays.ts";
import { decide } from "./decide.ts";
import { weighSources } from "./disputes.ts";
import type { KeptLately } from "./kept.ts";
import { checkSwaps } from "./quantity-swaps.ts";
import { reconcile, settles } from "./reconcile.ts";
import type { RulePanels } from "./rule-panels.ts";
import { ownKey } from "./sentence-key.ts";
import { checkTables } from "./tables.ts";
import type { Corpus, Finding, Rule } from "./types.ts";
import { besideUsage, isOpenTo, type Leaning, leaningsOf, type Usage, usageKey } from "./usage.ts";

export interface SentenceCheck {
  /** What its claims lean to by themselves. */
  readonly leanings: readonly Leaning[];
  /** What is found where the draft uses the facts so; the same array while that does not matter to it. */
  settle(usage: Usage, place: number): readonly Finding[];
}

/** What sentences are checked by. */
export interface Bench {
  readonly corpus: Corpus;
  readonly rules: readonly Rule[];
  readonly panels: RulePanels;
  /** What the rules told lately. */
  readonly voices: KeptLately<readonly Finding[]>;
}

/** Rules that need no estimate. */
const SIDE_BY_SIDE: readonly Rule[] = [
  checkTables,
  checkSwaps,
  checkWeekdays,
  checkStages,
  checkRates,
  checkFrequencies,
];
const NOTHING: SentenceCheck = { leanings: [], settle: () => [] };
/** A sentence that stands in a draft twice may be settled in two ways. */
const KEPT = 4;

export function checkSentence(sentence: Sentence, draft: Reading, bench: Bench): SentenceCheck {
  const { corpus, rules, panels, voices } = bench;
  if (isCitationNote(sentence, corpus.sources) || !corpus.index) return NOTHING;
  const sure = SIDE_BY_SIDE.flatMap((rule) => rule(sentence, draft, corpus));
  const assessment = assessSentence(draft, sentence, corpus.index);
  const voiced = voices.get(ruleKey(assessment), () => {
    const ruled = rules.flatMap((rule) => rule(sentence, draft, corpus));
    const near = assessment.pairings.map(({ statement }) => statement.source);
    return weighSources(ruled, panels.of(sentence, draft, ruled, near));
  });
  const settled = (judged: readonly Finding[]) =>
    reconcile([
      ...sure,
      // What stands side by side needs no estimate.
      ...judged.filter((one) => !sure.some((other) => settles(other, one))),
      ...voiced,
    ]);
  return {
    leanings: leaningsOf(assessment),
    settle: settling(assessment, (beside) => settled(decide(beside, panels.standings))),
  };
}

/** What the rules look at: the sentence with all it inherits, and the next one of its paragraph. */
function ruleKey({ draft, sentence }: Assessment): string {
  const next = draft.sentences[sentence.index + 1];
  return `${ownKey(draft, sentence)}\u0001${next?.blockIndex === sentence.blockIndex ? next.text : ""}`;
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
