/**
 * Words for different things of one sort, by WordNet's commonest sense: wheat and barley, bus and tram. They keep like
 * company in texts, so vectors take them for synonyms; to a fact they are as different as two names.
 */
import { siblings as data } from "../../data/siblings.ts";
import { family } from "./families.ts";

/** Word → its place in its commonest sort, sort * THINGS + thing. Siblings share a sort and no thing. */
let first: Map<string, number> | null = null;
/** The second place of the words that have two. */
const second = new Map<string, number>();
const THINGS = 4096;
const NEWLINE = 10;
const SPACE = 32;
const COMMA = 44;

const NUMBERS = new Set(
  (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen " +
    "twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen first second third fourth fifth " +
    "sixth seventh eighth ninth tenth half quarter tenth hundredth thousandth once twice"
  ).split(" "),
);

/** True where both lemmas name things of one sort that are not the same thing; false for synonyms and strangers. */
export function siblings(a: string, b: string): boolean {
  if (a === b) return false;
  if (areNumbers(a, b)) return true;
  const table = first ?? build();
  const x = table.get(a);
  const y = table.get(b);
  if (x === undefined || y === undefined || x === y || family(a) === family(b)) return false;
  const x2 = second.get(a) ?? x;
  const y2 = second.get(b) ?? y;
  if (x === y2 || x2 === y || x2 === y2) return false;
  return sameSort(x, y) || sameSort(x, y2) || sameSort(x2, y) || sameSort(x2, y2);
}

function sameSort(x: number, y: number): boolean {
  return Math.floor(x / THINGS) === Math.floor(y / THINGS);
}

/** Whether both are words for numbers ("five", "sixth"): never alike unless equal. */
export function areNumbers(a: string, b: string): boolean {
  return NUMBERS.has(a) && NUMBERS.has(b);
}

function build(): Map<string, number> {
  first = new Map();
  let place = 0;
  let start = 0;
  for (let i = 0; i <= data.length; i++) {
    const mark = i < data.length ? data.charCodeAt(i) : NEWLINE;
    if (mark > COMMA) continue;
    const word = data.slice(start, i);
    if (first.has(word)) second.set(word, place);
    else first.set(word, place);
    start = i + 1;
    if (mark === SPACE) place++;
    else if (mark === NEWLINE) place = (Math.floor(place / THINGS) + 1) * THINGS;
  }
  return first;
}
