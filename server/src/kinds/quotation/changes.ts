/**
 * Reads from an alignment which runs of words were changed. Knows word numbers and where clauses end, no texts.
 */
import { BRACKET, ELLIPSIS } from "./align.ts";

/** A source's words as numbers, and where its clauses end. */
export interface WordStream {
  readonly ids: ArrayLike<number>;
  /** True when a sentence, clause or quotation ends behind the word. */
  endsClause(index: number): boolean;
}

/** Word ranges [start, end) in claim and source that differ. */
export interface WordRangeChange {
  readonly claim: readonly [number, number];
  readonly source: readonly [number, number];
}

/** Runs of claim and source words between equal ones; the head's and the tail's run end where a clause does. */
export function changedRuns(
  numbers: ArrayLike<number>,
  target: Int32Array,
  equal: Uint8Array,
  first: number,
  last: number,
  stream: WordStream,
): WordRangeChange[] {
  const changes: WordRangeChange[] = [];
  if (first > 0 && !onlySigns(numbers, 0, first)) changes.push(headRun(first, target[first]!, stream));
  let previous = first;
  let free = false;
  for (let i = first + 1; i <= last; i++) {
    const sign = numbers[i] === ELLIPSIS || numbers[i] === BRACKET;
    if (sign) free = true;
    if (sign || !equal[i]) continue;
    const between = {
      claim: [previous + 1, i] as const,
      source: [target[previous]! + 1, target[i]!] as const,
    };
    if (!free && (i > previous + 1 || target[i]! > target[previous]! + 1)) changes.push(between);
    else if (free) pushAroundSigns(changes, numbers, target, equal, previous, i);
    previous = i;
    free = false;
  }
  if (last < numbers.length - 1) pushTail(changes, numbers, target[last]!, last, stream);
  return changes;
}

/** Beside an ellipsis or a bracketed change only claim words that are not the source's count as changed. */
function pushAroundSigns(
  changes: WordRangeChange[],
  numbers: ArrayLike<number>,
  target: Int32Array,
  equal: Uint8Array,
  previous: number,
  next: number,
): void {
  for (let i = previous + 1; i < next; i++) {
    if (numbers[i] === ELLIPSIS || numbers[i] === BRACKET || equal[i]) continue;
    const at = target[i]! >= 0 ? target[i]! : target[previous]! + 1;
    changes.push({ claim: [i, i + 1], source: [at, target[i]! >= 0 ? at + 1 : at] });
  }
}

function headRun(first: number, at: number, stream: WordStream): WordRangeChange {
  let start = at;
  for (let k = 1; k <= first + 3 && at - k >= 0; k++) {
    if (stream.endsClause(at - k)) break;
    if (k <= first) start = at - k;
    else if (at - k === 0 || stream.endsClause(at - k - 1)) start = at - k;
  }
  return { claim: [0, first], source: [start, at] };
}

function pushTail(
  changes: WordRangeChange[],
  numbers: ArrayLike<number>,
  lastTarget: number,
  last: number,
  stream: WordStream,
): void {
  if (onlySigns(numbers, last + 1, numbers.length)) return;
  const length = numbers.length - 1 - last;
  let end = lastTarget + 1;
  if (!stream.endsClause(lastTarget)) {
    const limit = Math.min(stream.ids.length, lastTarget + 1 + length + 3);
    for (let k = lastTarget + 1; k < limit; k++) {
      if (k <= lastTarget + length) end = k + 1;
      if (stream.endsClause(k)) {
        end = k + 1;
        break;
      }
    }
  }
  changes.push({ claim: [last + 1, numbers.length], source: [lastTarget + 1, end] });
}

function onlySigns(numbers: ArrayLike<number>, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (numbers[i] !== ELLIPSIS && numbers[i] !== BRACKET) return false;
  return true;
}
