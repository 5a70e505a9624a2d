/**
 * The phrase that a verb is said of: what stands before it, complements and parentheses skipped, and what it is joined to.
 * Knows one sentence's tokens and phrases; not what the verb tells.
 */
import type { Sentence } from "../../statements/types.ts";
import { type Phrase, phraseEndingAt } from "./phrases.ts";

/** The head phrase of what stands before the verb at token `verb`, complements skipped. */
export function subjectPhrase(sentence: Sentence, verb: number): Phrase | null {
  const { tokens } = sentence;
  let at = verb - 1;
  while (at >= 0 && (tokens[at]!.pos === "ADV" || /^(who|which|that)$/i.test(tokens[at]!.text))) at -= 1;
  const relative = at < verb - 1 && /^(who|which|that)$/i.test(tokens[at + 1]!.text);
  if (tokens[at]?.text === "," && !relative) at = parenthesisStart(sentence, at);
  if (tokens[at]?.text === ",") at -= 1;
  let found = phraseEndingAt(sentence, at);
  for (let depth = 0; found && !found.pronoun && depth < 3; depth++) {
    const link = tokens[found.first - 1];
    if (link?.pos !== "ADP" || found.first < 2 || OPENS_CLAUSE.test(link.text)) break;
    const outer = phraseEndingAt(sentence, found.first - 2);
    if (!outer || tokens[found.first - 2]!.text === ",") break;
    if (/^(who|which)$/i.test(tokens[verb - 1]!.text) && found.name) break;
    found = outer;
  }
  return found;
}

const OPENS_CLAUSE = /^(?:whether|if|that|because|as|than|before|after|since|until|while|though|although)$/i;

/** "The panel, chaired by her, decided": back over a parenthesis that ends at the comma `at`. */
function parenthesisStart({ tokens }: Sentence, at: number): number {
  for (let i = at - 1; i >= Math.max(1, at - 14); i--) if (tokens[i]!.text === ",") return i;
  return at;
}

/** Whether the verb goes on with the doer of the verb before: "and kept", "voted to recommend". */
export function carriesOn({ tokens }: Sentence, verb: number): boolean {
  const before = tokens[verb - 1];
  return tokens[verb]!.lemma === "to" || before?.pos === "CCONJ" || before?.text === ",";
}

/** "Italy and Malta": the phrases joined to the last of a subject. */
export function backwardList(sentence: Sentence, last: Phrase): Phrase[] {
  const { tokens } = sentence;
  const found = [last];
  let first = last.first;
  if (last.pronoun) return found;
  while (found.length < 6 && /^(and|or|&|,)$/.test(tokens[first - 1]?.text ?? "")) {
    let at = first - 2;
    if (tokens[at]?.text === "," && found.length === 1) break;
    if (tokens[at]?.text === ",") at -= 1;
    const next = phraseEndingAt(sentence, at);
    if (!next || next.pronoun || (tokens[first - 1]!.text === "," && found.length === 1)) break;
    found.unshift(next);
    first = next.first;
  }
  return found;
}

/** "by 12 percent", "by May", "by seven votes", "by train": no doer. */
export function isAmount({ tokens, dates, quantities }: Sentence, { first, last, name }: Phrase): boolean {
  const start = tokens[first]!.start;
  const end = tokens[last]!.end;
  if ([...dates, ...quantities].some((value) => value.start < end && start < value.end)) return true;
  return name === null && tokens[first]!.pos === "NUM";
}
