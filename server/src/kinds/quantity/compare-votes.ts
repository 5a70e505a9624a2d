/** Compares the outcomes of votes. Knows both sides of a vote and the members who took part. */
import type { QuantityValue, Relation } from "../types.ts";

/** Whether two outcomes are one, whichever side is named first; "unrelated" for a figure that tells of no vote. */
export function compareVotes(claim: QuantityValue, source: QuantityValue): Relation {
  if (claim.dimension !== source.dimension) return votesOfMembers(claim, source) ? "agrees" : "unrelated";
  const [mine, theirs] = [sides(claim), sides(source)];
  return mine[0] === theirs[0] && mine[1] === theirs[1] ? "agrees" : "conflicts";
}

/** Both sides of a vote, the larger first: "rejected by 94 to 26" is "26 in favour to 94 against". */
function sides(vote: QuantityValue): [number, number] {
  const against = vote.against ?? 0;
  return [Math.max(vote.nominal, against), Math.min(vote.nominal, against)];
}

/** "4–1" and "four of the five members". */
function votesOfMembers(a: QuantityValue, b: QuantityValue): boolean {
  const [vote, members] = a.dimension === "vote" ? [a, b] : [b, a];
  if (members.whole === undefined || members.dimension !== "count") return false;
  return vote.nominal === members.nominal && vote.against === members.whole - members.nominal;
}
