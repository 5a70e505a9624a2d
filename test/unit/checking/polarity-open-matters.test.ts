/** Matters left open, denied by an object alone, or only permitted: speaking pairs, and near ones that must not speak. */
import { describe, expect, test } from "vitest";
import { disagreements } from "../../support/predicates.ts";

describe("disagree", () => {
  test.each([
    [
      "no comment",
      "The harbour guild has confirmed this.",
      "The harbour guild declined to comment.",
      "confirm/comment: polarity",
    ],
    [
      "under consideration",
      "The regional bank has granted a loan.",
      "The regional bank is considering a loan.",
      "grant/consider: status",
    ],
    [
      "under examination",
      "The port has rejected the idea.",
      "The port is examining whether to allow the idea.",
      "reject/examine: status",
    ],
    [
      "pending",
      "The appeal by the guild was rejected.",
      "The appeal by the guild is still pending.",
      "reject/pending: status",
    ],
    [
      "no reply yet",
      "The harbour master has agreed to the plan.",
      "The harbour master has not yet replied.",
      "agree/reply: polarity",
    ],
    [
      "no position",
      "Local 118 opposed the toll.",
      "Local 118 took no position on the toll.",
      "oppose/take: polarity",
    ],
    [
      "but not",
      "The union endorses the night surcharge.",
      "The union supports the timetable but not the night surcharge.",
      "endorse/support: polarity",
    ],
    [
      "an auxiliary for two",
      "Members may sell the eels.",
      "The eels may be smoked but not sold.",
      "sell/sell: polarity",
    ],
    [
      "none had been",
      "Charges were brought against the crew.",
      "Charges were possible, but none had been brought.",
      "bring/bring: polarity",
    ],
    [
      "nothing so far",
      "They have written off the loan.",
      "They have written off nothing so far.",
      "write/write: polarity",
    ],
    [
      "a right",
      "The firm has asked for arbitration.",
      "The firm reserves its right to ask for arbitration.",
      "ask/ask: certainty",
    ],
    [
      "a motion",
      "The board has invited the mayor.",
      "A motion to invite the mayor was withdrawn.",
      "invite/invite: status",
    ],
    [
      "went on",
      "Building of the quay stopped.",
      "Building of the quay went on after the order.",
      "stop/go: opposite",
    ],
    [
      "do so",
      "The small ports that are equipped may do so too.",
      "The small ports may not do so for the time being.",
      "do/do: polarity",
    ],
    [
      "a reason, no bound",
      "Old prices were examined.",
      "Old prices were not examined, since they have no place here.",
      "examine/examine: polarity",
    ],
    [
      "part of it",
      "The plant is included in the decision.",
      "The plant is not part of the decision.",
      "include/be: polarity",
    ],
    [
      "valid",
      "The licence of the yard has been suspended.",
      "The licence of the yard remains valid.",
      "suspend/valid: opposite",
    ],
  ])("%s", (_, draft, source, found) => {
    expect(disagreements(draft, source)).toContain(found);
  });
});

describe("do not disagree", () => {
  test.each([
    [
      "what a court rules",
      "The court found that the lease had lapsed.",
      "The court ruled that the lease had lapsed.",
    ],
    [
      "no comment on another matter",
      "The guild has announced a strike.",
      "The guild declined to comment on the merger.",
    ],
    ["a view", "The office has rejected the figure.", "The office considers the figure sound."],
    [
      "supported in part",
      "The union supports the timetable.",
      "The union supports the timetable but not the night surcharge.",
    ],
    ["not all", "The crews backed the pact.", "Most crews backed the pact, but not all skippers were heard."],
    ["went on sale", "The trial of the ferry stopped.", "The tickets of the ferry went on sale."],
    ["smoked", "The eels may be smoked.", "The eels may be smoked but not sold."],
    ["sold and smoked", "The eels were caught and sold.", "The eels were caught and sold."],
    [
      "what a newspaper says",
      "The guild has not lost the case.",
      "A newspaper says that the guild has lost the case.",
    ],
    ["a right used", "The firm may ask for arbitration.", "The firm has the right to ask for arbitration."],
    ["an attempt", "The crew tried to save the boat.", "The crew made an attempt to save the boat."],
  ])("%s", (_, draft, source) => {
    expect(disagreements(draft, source)).toEqual([]);
  });
});
