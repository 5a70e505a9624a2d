/** When two sentences of the sources speak against a day. */
import { describe, expect, it } from "vitest";
import { isToldTwice } from "../../../server/src/checking/date/told-twice.ts";

/** Two sentences, each as likely as not, have another day of the month. */
const TWICE = { conflict: 0.5, conflictAll: 0.75, stands: 0, agree: 0, derived: 0 };
const ONLY_DAY = { onlyDay: 1 };

describe("isToldTwice", () => {
  it("needs two plausible sentences that say the same", () => {
    expect(isToldTwice(TWICE, ONLY_DAY)).toBe(true);
    expect(isToldTwice({ ...TWICE, conflictAll: 0.5 }, ONLY_DAY)).toBe(false);
    expect(isToldTwice({ ...TWICE, conflict: 0.2, conflictAll: 0.6 }, ONLY_DAY)).toBe(false);
  });

  it("is silent where the day stands in a source, follows from others, or differs in more than one component", () => {
    expect(isToldTwice({ ...TWICE, stands: 1 }, ONLY_DAY)).toBe(false);
    expect(isToldTwice({ ...TWICE, agree: 0.2 }, ONLY_DAY)).toBe(false);
    expect(isToldTwice({ ...TWICE, derived: 0.5 }, ONLY_DAY)).toBe(false);
    expect(isToldTwice(TWICE, { onlyDay: 0 })).toBe(false);
  });
});
