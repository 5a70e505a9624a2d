/** What became of a matter, told in other words than the source's: speaking pairs, and near ones that agree. */
import { describe, expect, test } from "vitest";
import { disagreements } from "../../support/predicates.ts";

describe("disagree", () => {
  test.each([
    [
      "initialled is not signed",
      "The ministers signed the fishing pact.",
      "The ministers initialled the fishing pact.",
      "sign/initial: status",
    ],
    [
      "noted is not endorsed",
      "The board has endorsed the toll plan.",
      "The board has taken note of the toll plan.",
      "endorse/take: status",
    ],
    [
      "a verb that looks like a noun",
      "The guild disputes the totals.",
      "The guild does not dispute the totals.",
      "dispute/dispute: polarity",
    ],
    [
      "a verb that looks like an adjective",
      "The sluice will open on 3 May.",
      "The sluice will be closed on 3 May.",
      "open/close: opposite",
    ],
    [
      "a question that is left open",
      "The sluice will be repaired in May.",
      "Whether the sluice will be repaired in May is to be decided by the board.",
      "repair/repair: certainty",
    ],
    [
      "asked for and applied for",
      "The port has applied for an extension.",
      "The port had not asked for an extension.",
      "apply/ask: polarity",
    ],
    ["to court and sued", "The guild has gone to court.", "The guild has not sued.", "go/sue: polarity"],
    [
      "a particle behind the object",
      "The council voted the toll down.",
      "The council approved the toll.",
      "vote/approve: opposite",
    ],
    [
      "kept and lost",
      "Traders who pass the toll on lose their right to a refund.",
      "Traders who pass the toll on keep their right to a refund.",
      "lose/keep: opposite",
    ],
    [
      "what is not provided for",
      "The pact provides for compensation.",
      "The pact provides for no compensation.",
      "provide/provide: polarity",
    ],
    [
      "granted and only asked for",
      "The approval for the quay was granted in May.",
      "The port applied for approval for the quay in May.",
      "grant/apply: status",
    ],
    [
      "up and as before",
      "The mooring fee goes up to six crowns.",
      "The mooring fee remains at five crowns.",
      "go/remain: polarity",
    ],
  ])("%s", (_, draft, source, found) => {
    expect(disagreements(draft, source)).toContain(found);
  });
});

describe("do not disagree", () => {
  test.each([
    ["signed was initialled before", "The ministers initialled the pact.", "The ministers signed the pact."],
    ["noted by both", "The board took note of the plan.", "The board has taken note of the plan."],
    ["a compound noun", "The union members disputed the totals.", "The union disputes the totals."],
    ["two sides of one act", "The families had been given 40 tents.", "The families received 40 tents."],
    [
      "bought by one, sold by the others",
      "The land was bought from 23 owners.",
      "23 owners had to sell their land.",
    ],
    [
      "a question that is answered",
      "The sluice will be repaired in May.",
      "Whether the sluice is repaired or not, ships will pass.",
    ],
    [
      "a denial on the other side of a colon",
      "The code protects the right to organize.",
      "The state has yet to ratify two codes: on free speech and on the right to organize.",
    ],
    [
      "denied in both",
      "Compensation is not provided for in the pact.",
      "The pact provides for no compensation.",
    ],
    ["dropped and called off", "The council called the fair off.", "The council cancelled the fair."],
    ["shut and open, of others", "Thirteen damaged clinics shut.", "Nine damaged clinics have reopened."],
    ["denied in its sense", "The two ports withheld their support.", "The two ports did not."],
    ["asked for and granted", "Approval was requested in May.", "Approval was granted in June."],
    ["both remain", "The fee remains at five crowns.", "The fee stays at five crowns."],
  ])("%s", (_, draft, source) => {
    expect(disagreements(draft, source)).toEqual([]);
  });
});
