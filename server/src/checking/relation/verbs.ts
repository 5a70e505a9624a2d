/**
 * How alike two acts are that are told by different words. Knows single words only.
 */
import { family, similarity } from "../../lexicon/index.ts";

/** Acts that drafts tell by different words, beyond what word likeness knows. */
const CLASSES: readonly ReadonlySet<string>[] = [
  "propose proposal idea suggest suggestion table put motion initiative move moot float plan submit",
  "pay bear fund finance foot cover sponsor defray bankroll cost expense subsidise underwrite",
  "request ask demand behest instance urging insistence bidding instigation",
  "support back backing help assistance aid assist",
  "lead chair head preside chairmanship steer co-chair",
  "draft write draw author prepare compile pen",
  "organise organize host convene hold",
  "keep leave hold retain maintain",
  "notify inform report tell alert",
  "raise bring broach",
].map((words) => new Set(words.split(" ")));

/** Which of the classes a word is in; most words are in none. */
const classesOf = new Map<string, ReadonlySet<string>[]>();
for (const words of CLASSES)
  for (const word of words) classesOf.set(word, [...(classesOf.get(word) ?? []), words]);

/** How alike two acts are, 0 to 1. */
export function actLikeness(a: string, b: string): number {
  if (a === b || family(a) === family(b)) return 1;
  if (classesOf.get(a)?.some((words) => words.has(b))) return 0.85;
  return similarity(a, b);
}
