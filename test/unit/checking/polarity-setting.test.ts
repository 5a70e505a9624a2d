/** Opposites and denials that leave room for each other, each beside one that does not. */
import { describe, expect, test } from "vitest";
import { disagreements } from "../../support/predicates.ts";

const any = () => true;

describe("leave room for each other", () => {
  test.each([
    [
      "a promise of something else",
      "The port has promised no compensation.",
      "The port has promised to pay for the tugs, but no compensation.",
    ],
    ["a promise in the present", "The port pays for the tugs.", "The port has promised to pay for the tugs."],
    [
      "wanted done",
      "The guild wants the toll sent back.",
      "The guild wants the mayor to send back the toll.",
    ],
    ["a name with no-", "The no-anchor rule is compulsory.", "The no-anchor rule is compulsory."],
    ["today and later", "Today the toll ends at night.", "The toll would no longer end at night."],
    [
      "both said at once",
      "The first sailor had come home from abroad.",
      "The first sailor came from abroad.",
    ],
    ["no sides", "The boats are insured against flood.", "The boats have cover for flood."],
    ["a stretch and a rank", "It ends in the second year.", "It runs for the first two years."],
    ["ranks of others", "The west quay goes first.", "The works reach the last quay in May."],
    [
      "only who is meant",
      "Skippers who sit on reports get no berth.",
      "Skippers with reports will not be considered.",
    ],
    ["named, not told", "What else was decided.", "The board decided nothing else."],
    [
      "promised nothing beyond",
      "The mayor has promised nothing beyond a look at the tolls once the year has passed.",
      "The mayor would look at the tolls, but made no promise.",
    ],
    ["what was before", "The quay is open.", "The quay is busy, having been closed for a year."],
    ["no vote against", "The guild voted in favour.", "No member of the guild voted against."],
    [
      "nobody against",
      "The guild voted in favour.",
      "The guild abstained in the end and no member objected.",
    ],
  ])("%s", (name, draft, source) => {
    const found = disagreements(draft, source, any);
    expect(found).toEqual(name === "nobody against" ? ["vote/abstain: opposite"] : []);
  });
});

describe("do not", () => {
  test.each([
    [
      "sides",
      "The guild argued against the toll.",
      "The guild argued for the toll.",
      "against/for: opposite",
    ],
    ["taking no side", "The guild voted against the toll.", "The guild abstained.", "vote/abstain: opposite"],
    [
      "open and settled",
      "The port is still considering a higher toll.",
      "The port rejected a higher toll.",
      "consider/reject: status",
    ],
    [
      "signs of it",
      "The auditors found fraud.",
      "The auditors found no evidence of fraud.",
      "find/find: polarity",
    ],
    [
      "behind a long insertion",
      "The fund was used.",
      "The fund, which is open when claims exceed 3 million, was not used.",
      "use/use: polarity",
    ],
    [
      "too much",
      "The guild finds the season too short.",
      "The guild finds the season too long.",
      "short/long: opposite",
    ],
    ["a fee", "The port charged its fee.", "The port waived its fee.", "charge/waive: opposite"],
    [
      "ordered",
      "The guild ordered a new quay.",
      "The guild recommended a new quay.",
      "order/recommend: status",
    ],
  ])("%s", (_, draft, source, expected) => {
    expect(disagreements(draft, source, any)).toContain(expected);
  });
});
