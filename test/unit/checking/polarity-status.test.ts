/** What is done beside what is asked for, pending or left open, and the near misses of each. */
import { describe, expect, test } from "vitest";
import type { PredicateValue } from "../../../server/src/checking/polarity/predicate-kind.ts";
import { disagreements } from "../../support/predicates.ts";

const isHead = ({ predicate: { form } }: PredicateValue) => form === "verb" || form === "complement";

describe("disagree", () => {
  test.each([
    ["asked for oneself", "The guild was admitted.", "The guild asked to be admitted.", "admit/admit"],
    [
      "decided against and undecided",
      "The port has decided against a toll.",
      "The port has made no decision on a toll.",
      "decide/make",
    ],
    [
      "to go before a board",
      "The loan has been approved by the board.",
      "The loan is to go before the board in May.",
      "approve/go",
    ],
    ["for and against", "The guild voted for the toll.", "The guild voted against the toll.", "vote/vote"],
    [
      "none of what was named",
      "The guild has filed a complaint.",
      "The guild said that none had been filed.",
      "file/file",
    ],
    [
      "for others to decide",
      "The season will be extended.",
      "The mayor proposes that the season be extended.",
      "extend/extend",
    ],
    ["a plea", "The plea was upheld by the court.", "The plea was rejected by the court.", "uphold/reject"],
    [
      "what a pronoun stands for",
      "The yard plans a second crane.",
      "The port wants one. The yard does not plan one.",
      "plan/plan",
    ],
    [
      "a light verb and its pronoun",
      "The mayor had received the permit.",
      "The mayor asked for a permit. He has not received it.",
      "receive/receive",
    ],
    [
      "part of a thing",
      "The ferry line will keep a part of its fleet.",
      "The ferry line may keep part of its fleet.",
      "keep/keep",
    ],
    [
      "asked for by a noun",
      "The pilots' licences have been prolonged to 2031.",
      "A request by the port to prolong the pilots' licences to 2031 is being examined.",
      "prolonged/prolong",
    ],
    [
      "subject to a noun",
      "The Commission approved the port aid.",
      "The port aid is subject to the approval of the Commission.",
      "approve/approval",
    ],
    [
      "proposed in the subjunctive",
      "The season will be lengthened in May.",
      "The mayor will propose to the council that the season be lengthened in May.",
      "lengthen/lengthen",
    ],
    [
      "a first reading",
      "The harbour bill, passed on 24 May, lowers fees.",
      "The harbour bill received its second reading on 24 May.",
      "pass/receive",
    ],
    [
      "one house of two",
      "The harbour bill became law on 24 May.",
      "The upper house passed the harbour bill on 24 May.",
      "become/pass",
    ],
    [
      "no view",
      "The port council urges the state to sell its shares.",
      "The port council takes no position on whether the state should sell its shares.",
      "urge/take",
    ],
    [
      "a finding to come",
      "The port council has approved the new berth.",
      "The port council will decide on the new berth in May.",
      "approve/decide",
    ],
    [
      "no decision",
      "The ministry has agreed to the new berth.",
      "The ministry has made no decision on the new berth.",
      "agree/make",
    ],
    [
      "being looked at",
      "The ministry has agreed to the new berth.",
      "The ministry is looking at the new berth.",
      "agree/look",
    ],
    [
      "not said whether",
      "The union supports the strike.",
      "The union would not say whether it supports the strike.",
      "support/support",
    ],
    ["left as it is", "The bill raises the mooring fee.", "The mooring fee does not change.", "raise/change"],
    [
      "sides",
      "The skippers' guild is in favour of the toll.",
      "The skippers' guild is against the toll.",
      "be/be",
    ],
    [
      "against and opposed",
      "The skippers' guild has come out against the toll.",
      "The skippers' guild supports the toll.",
      "come/support",
    ],
  ])("%s: %s / %s", (_, draft, source, pair) => {
    expect(disagreements(draft, source, isHead).map((one) => one.split(":")[0])).toContain(pair);
  });
});

describe("do not disagree", () => {
  test.each([
    [
      "done as others were asked",
      "The panel has looked at the toll.",
      "The mayor asked a panel to look at the toll.",
    ],
    ["a proposal retold", "Five ports would take turns.", "The mayor proposed that five ports take turns."],
    [
      "decided against twice",
      "The port has decided against a toll.",
      "The port considered a toll and decided against it.",
    ],
    ["decided against and rejected", "The port has decided against a toll.", "The port rejected a toll."],
    ["a third between two attitudes", "The guild opposed the toll.", "The guild did not back the toll."],
    ["a vote against and opposed", "The guild opposed the toll.", "The guild had voted against the toll."],
    [
      "chosen freely",
      "The skippers answered the survey.",
      "The skippers chose whether to answer the survey.",
    ],
    ["arranged", "The guild meets the mayor on 11 May.", "The guild is to meet the mayor on 11 May."],
    ["able to", "Warnings reach every skipper.", "Warnings can now reach every skipper."],
    ["a phrase without delay", "The aid is paid with no assessment.", "The aid is paid without assessment."],
    ["a reason that denies", "The fine was reversed.", "The fine was reversed because no fault was found."],
    ["brought against", "No charge was brought against the skipper.", "The skipper has not been charged."],
    ["an order", "Do not say that the tide has doubled.", "The mayor has said that the tide has doubled."],
    ["not yet", "Crews not yet chosen wait in port.", "The crews have not been chosen."],
    [
      "one of several",
      "The yard received the cranes.",
      "The yard did not receive one of the cranes until May.",
    ],
    ["another object", "The mayor had received the permit.", "The mayor has not received five letters."],
    ["the same answer", "The port has not ruled out a lawsuit.", "The port hasn't ruled out going to court."],
    [
      "asked for and asked for",
      "The pilots have requested that their licences be prolonged.",
      "A request by the pilots to prolong their licences is being examined.",
    ],
    [
      "another's view",
      "The skippers' guild urges the state to sell.",
      "The bank takes no position on the matter of ferries.",
    ],
    [
      "another matter open",
      "The port council has approved the new berth.",
      "The port council will decide on its salaries in May.",
    ],
    [
      "to come on both sides",
      "The port council will approve the new berth.",
      "The port council will decide on the new berth in May.",
    ],
    [
      "denied and open",
      "The port council has not approved the new berth.",
      "The port council will decide on the new berth in May.",
    ],
    ["another fee", "The bill raises the mooring fee.", "The price of ice does not change."],
    [
      "a day behind the verb",
      "The rule was passed on 24 May.",
      "The rule was forwarded to the port on 24 May.",
    ],
    [
      "a phrase of time",
      "Before the strike, the pilots were paid.",
      "The pilots were paid before the strike.",
    ],
  ])("%s: %s / %s", (_, draft, source) => {
    expect(disagreements(draft, source)).toEqual([]);
  });
});

describe("a figure before a word of comparison", () => {
  const every = () => true;
  test("the other way by the same figure", () => {
    expect(
      disagreements(
        "There were 11 percent more crews than berths.",
        "11 percent fewer crews came than berths were free.",
        every,
      ),
    ).toContain("more/few: opposite");
  });
  test.each([
    [
      "another figure",
      "There were 11 percent more crews than berths.",
      "4 percent fewer crews came than in May.",
    ],
    ["a bound", "The berth costs more than 20 million euros.", "The berth costs less than 20 million euros."],
    ["no figure", "More crews came than there are berths.", "Fewer crews came than in May."],
  ])("%s", (_, draft, source) => {
    expect(disagreements(draft, source, every)).not.toContain("more/few: opposite");
    expect(disagreements(draft, source, every)).not.toContain("more/less: opposite");
  });
});

test("what is asked in a draft is no claim", () => {
  expect(
    disagreements(
      "Reporters asked whether the union supports the strike.",
      "The union does not support the strike.",
    ),
  ).not.toContain("support/support: polarity");
});

describe("said by the way", () => {
  test("without saying it", () => {
    expect(
      disagreements(
        "The port, naming the owner outright, will sue.",
        "The port, without naming the owner, will sue.",
      ),
    ).toContain("name/name: polarity");
  });
  test("is not held against a clause of its own", () => {
    expect(
      disagreements(
        "The port, naming the owner outright, will sue.",
        "The port did not sue the owner. It named no ship.",
      ),
    ).not.toContain("name/name: polarity");
  });
});
