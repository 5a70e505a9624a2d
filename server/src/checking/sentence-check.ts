/**
 * The check of one sentence in two steps: what it leans to by itself, and what is found once the whole draft is known.
 * Knows no places and no editor.
 */
import type { Reading, Sentence } from "../statements/types.ts";
import { type Assessment, assessSentence } from "./assess.ts";
import { isCitationNote } from "./citation-note.ts";
import { decide } from "./decide.ts";
import { reconcile, settles } from "./reconcile.ts";
import type { RulePanels } from "./rule-panels.ts";
import type { RuleGroup, Rules } from "./rules.ts";
import type { Corpus, Finding } from "./types.ts";
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
  readonly rules: Rules;
  readonly panels: RulePanels;
}

const NOTHING: SentenceCheck = { leanings: [], settle: () => [] };
/** A sentence that stands in a draft twice may be settled in two ways. */
const KEPT = 4;

export function checkSentence(sentence: Sentence, draft: Reading, bench: Bench): SentenceCheck {
  const { corpus, rules, panels } = bench;
  if (isCitationNote(sentence, corpus.sources) || !corpus.index) return NOTHING;
  const assessment = assessSentence(draft, sentence, corpus.index);
  const placed = { sentence, draft, near: assessment.pairings };
  const found = (group: RuleGroup) => {
    const together = rules[group].flatMap((rule) => rule(sentence, draft, corpus));
    return panels.weighed(group, together, placed);
  };
  const sure = found("beside");
  const ruled = [...found("voices"), ...found("relations"), ...found("figures")];
  const settled = (judged: readonly Finding[]) =>
    reconcile([
      ...sure,
      // What stands side by side needs no estimate.
      ...judged.filter((one) => !sure.some((other) => settles(other, one))),
      ...ruled,
    ]);
  return {
    leanings: leaningsOf(assessment),
    settle: settling(assessment, (beside) => settled(decide(beside, panels.standings))),
  };
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
