/**
 * Aligns the words of a quotation with a stretch of a source: Needleman–Wunsch on word numbers, the
 * quotation whole, the source free at both ends. Knows numbers only.
 */

/** Claim signs among the word numbers: any words may stand for them. */
export const ELLIPSIS = -1;
export const BRACKET = -2;
/** The number of a claim's word that no source has. */
export const UNKNOWN = -3;

export interface Alignment {
  readonly score: number;
  /** For each claim word the source position it stands against, or -1 where the source has nothing. */
  readonly target: Int32Array;
  /** 1 where claim and source word are equal, or the claim's is a sign. */
  readonly equal: Uint8Array;
}

const MISMATCH = -1;
const CLAIM_GAP = -1.1;
const SOURCE_GAP = -0.7;
const BRACKET_REACH = 8;

const DIAGONAL = 0;
const DROP_CLAIM = 1;
const SKIP_SOURCE = 2;
/** From here on a back pointer says how many source words a sign covers. */
const WILDCARD = 3;

/**
 * Aligns `claim` within `source[from, to)`. `weight(i)` is the gain for an equal word at claim position i.
 * Cost is the product of the two lengths; callers keep the window in proportion to the claim.
 */
export function align(
  claim: ArrayLike<number>,
  source: ArrayLike<number>,
  from: number,
  to: number,
  weight: (index: number) => number,
): Alignment {
  const rows = claim.length + 1;
  const columns = to - from + 1;
  const score = new Float32Array(rows * columns);
  const back = new Int16Array(rows * columns);
  for (let i = 1; i < rows; i++) {
    const word = claim[i - 1]!;
    if (word === ELLIPSIS || word === BRACKET) {
      fillSign(score, back, i, columns, word === ELLIPSIS ? columns : BRACKET_REACH);
      continue;
    }
    fillWord(score, back, i, columns, word, source, from, weight(i - 1));
  }
  return trace(score, back, claim, source, from, columns);
}

function fillWord(
  score: Float32Array,
  back: Int16Array,
  row: number,
  columns: number,
  word: number,
  source: ArrayLike<number>,
  from: number,
  gain: number,
): void {
  const base = row * columns;
  score[base] = score[base - columns]! + CLAIM_GAP;
  back[base] = DROP_CLAIM;
  for (let j = 1; j < columns; j++) {
    const cell = base + j;
    const step = word !== UNKNOWN && source[from + j - 1] === word ? gain : MISMATCH;
    let best = score[cell - columns - 1]! + step;
    let how = DIAGONAL;
    const drop = score[cell - columns]! + CLAIM_GAP;
    if (drop > best) {
      best = drop;
      how = DROP_CLAIM;
    }
    const skip = score[cell - 1]! + SOURCE_GAP;
    if (skip > best) {
      best = skip;
      how = SKIP_SOURCE;
    }
    score[cell] = best;
    back[cell] = how;
  }
}

/** A sign may stand for none to `reach` source words at no cost. */
function fillSign(score: Float32Array, back: Int16Array, row: number, columns: number, reach: number): void {
  const base = row * columns;
  const above = base - columns;
  let bestAt = 0;
  for (let j = 0; j < columns; j++) {
    if (score[above + j]! >= score[above + bestAt]!) bestAt = j;
    else if (j - bestAt > reach) bestAt = bestWithin(score, above, j, reach);
    score[base + j] = score[above + bestAt]!;
    back[base + j] = WILDCARD + (j - bestAt);
  }
}

function bestWithin(score: Float32Array, above: number, j: number, reach: number): number {
  let best = j;
  for (let k = Math.max(0, j - reach); k < j; k++) if (score[above + k]! > score[above + best]!) best = k;
  return best;
}

function trace(
  score: Float32Array,
  back: Int16Array,
  claim: ArrayLike<number>,
  source: ArrayLike<number>,
  from: number,
  columns: number,
): Alignment {
  const target = new Int32Array(claim.length).fill(-1);
  const equal = new Uint8Array(claim.length);
  let i = claim.length;
  let j = 0;
  for (let k = 1; k < columns; k++) if (score[i * columns + k]! > score[i * columns + j]!) j = k;
  const total = score[i * columns + j]!;
  while (i > 0) {
    const how = back[i * columns + j]!;
    if (how >= WILDCARD) {
      i--;
      equal[i] = 1;
      j -= how - WILDCARD;
    } else if (how === SKIP_SOURCE) j--;
    else if (how === DROP_CLAIM) i--;
    else {
      i--;
      j--;
      target[i] = from + j;
      equal[i] = claim[i] === source[from + j] ? 1 : 0;
    }
  }
  return { score: total, target, equal };
}
