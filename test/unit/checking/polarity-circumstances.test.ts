/** In what circumstances a draft's verb and a source's are told, and what stands beside them. */
import { describe, expect, test } from "vitest";
import type { Features } from "../../../server/src/checking/model.ts";
import {
  circumstanceFeatures,
  moodDifferences,
} from "../../../server/src/checking/polarity/circumstances.ts";
import { figureFeatures } from "../../../server/src/checking/polarity/figures.ts";
import type { Predicate } from "../../../server/src/kinds/proposition/types.ts";
import { beside } from "../../support/predicates.ts";

/** What is read of the first verb of that lemma in the draft and in the source. */
function features(draft: string, source: string, lemma: string): Features {
  const pairing = beside(draft, source)[0]!;
  const verb = (predicates: readonly Predicate[]) => predicates.find((one) => one.lemma === lemma)!;
  const mine = verb(pairing.query.sentence.predicates);
  const theirs = verb(pairing.statement.sentence.predicates);
  return {
    ...circumstanceFeatures(mine, theirs, pairing),
    ...figureFeatures(mine, theirs, pairing),
    ...moodDifferences(mine, theirs),
  };
}

describe("circumstances", () => {
  test.each([
    ["pronoun", "It raised the toll.", "The port raised the toll.", -1],
    ["named", "Holm raised the toll.", "The port raised the toll.", -1],
    ["counted", "The port raised the toll.", "Some ports raised the toll.", -2],
    ["under", "The port raised the toll.", "Traffic fell because the port raised the toll.", -2],
    ["view", "The port raised the toll.", "Few believe that the port raised the toll.", -2],
    ["limited", "The port raised only the toll.", "The port raised only the toll.", 1],
    ["otherwiseDenied", "The port raised the toll, not the fee.", "The port raised the toll.", -1],
    ["deniedBefore", "The port raised the toll.", "It is not known whether the port raised the toll.", -2],
    ["passive", "The toll was raised.", "The toll was raised.", 1],
    ["future", "The port will raise the toll.", "The port raised the toll.", -1],
    ["past", "The port will raise the toll.", "The port raised the toll.", -2],
  ])("%s: %s / %s", (name, draft, source, standing) => {
    expect(features(draft, source, "raise")[`p-${name}`]).toBe(standing);
  });

  test("the denial of the verb itself is none of them", () => {
    const denied = features("The port did not raise the toll.", "The port raised the toll.", "raise");
    const told = features("The port raised the toll.", "The port raised the toll.", "raise");
    expect(denied["p-otherwiseDenied"]).toBe(told["p-otherwiseDenied"]);
  });
});

describe("what stands beside", () => {
  test("figures and days that both have, or only one", () => {
    const found = features(
      "The port raised the toll to 40 crowns on 3 May 2024.",
      "The port raised the toll to 40 crowns on 4 May 2024.",
      "raise",
    );
    expect(found).toMatchObject({ figures: 0.5, figuresBack: 0.5, clauseFigures: 0.5 });
    expect(features("The port raised it.", "The port raised the toll.", "raise")).toMatchObject({
      figures: -1,
    });
  });

  test("figures of the subject alone", () => {
    const found = features("Eight ports raised the toll.", "Three ports raised the toll.", "raise");
    expect(found).toMatchObject({ counts: 0, countsBack: 0 });
  });
});
