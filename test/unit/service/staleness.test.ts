/**
 * A source changes under a draft: the claims that hang on the changed passage are stale, and only they, until the writer
 * edits or acknowledges them.
 */
import { beforeEach, describe, expect, it } from "vitest";
import { createChecker } from "../../../server/src/service/checker.ts";
import { Staleness } from "../../../server/src/service/staleness.ts";

const SOURCE =
  "The quay cost 31 million euros.\n\nThe hearing opens on 4 March 2024 in Lisbon. Boats came at noon.\n";
const DRAFT =
  "# Brief\n\nThe quay cost 31 million euros. It is long.\n\nThe hearing opens on 4 March 2024 in Lisbon.\n";

describe("staleness", () => {
  let engine: ReturnType<typeof createChecker>;
  let staleness: Staleness;
  let text: string;

  beforeEach(() => {
    engine = createChecker({ builtin: false });
    staleness = new Staleness();
    text = DRAFT;
    change(SOURCE);
    stale();
  });

  function change(source: string): void {
    engine.setSource({ uri: "release.md", text: source, title: "Release", published: "2024-02-01" });
  }

  /** The words of the stale claims. */
  function stale(): string[] {
    const { claims } = engine.check({ uri: "draft.md", text, date: "2024-02-20" });
    const found = staleness.follow("draft.md", claims, text, (source) => engine.sourceText(source));
    return found.map(({ start, end }) => text.slice(start, end));
  }

  it("is of the claims on the changed passage, and only of them", () => {
    change(SOURCE.replace("31 million", "33 million"));
    expect(stale()).toEqual(["31 million"]);
    expect(stale()).toEqual(["31 million"]);
  });

  it("says what is no longer there", () => {
    change(SOURCE.replace("31 million", "33 million"));
    const { claims } = engine.check({ uri: "draft.md", text, date: "2024-02-20" });
    const [first] = staleness.follow("draft.md", claims, text, (source) => engine.sourceText(source));
    expect(first!.message).toBe(
      "“Release” (1 February 2024) has changed since this was checked. It no longer says: “The quay cost 31 million euros.”",
    );
  });

  it("is of claims of which nothing is said any more", () => {
    change("Boats came at noon.\n");
    expect(stale()).toEqual(expect.arrayContaining(["31 million", "4 March 2024", "Lisbon"]));
  });

  it("is not of anything when only the rest of the source changes, or its line ends", () => {
    change(SOURCE.replace("noon", "ten"));
    expect(stale()).toEqual([]);
    change(SOURCE.replaceAll(" in Lisbon", "\r\nin Lisbon"));
    expect(stale()).toEqual([]);
  });

  it("goes when the source is as it was", () => {
    change(SOURCE.replace("31 million", "33 million"));
    stale();
    change(SOURCE);
    expect(stale()).toEqual([]);
  });

  it("goes when the writer edits the sentence, and moves with the text above it", () => {
    change(SOURCE.replace("31 million", "33 million"));
    stale();
    text = `More above.\n\n${DRAFT}`;
    expect(stale()).toEqual(["31 million"]);
    text = DRAFT.replace("31 million euros", "33 million euros");
    expect(stale()).toEqual([]);
  });

  it("goes when the writer acknowledges one claim, or all", () => {
    change(SOURCE.replace("31 million", "33 million").replace("4 March", "5 March"));
    const before = stale();
    const { claims } = engine.check({ uri: "draft.md", text, date: "2024-02-20" });
    staleness.acknowledge("draft.md", [claims.find((claim) => claim.text === "31 million")!.fingerprint]);
    expect(stale()).toEqual(before.filter((words) => words !== "31 million"));
    staleness.acknowledge("draft.md");
    expect(stale()).toEqual([]);
  });

  it("counts from the new passage once acknowledged", () => {
    change(SOURCE.replace("31 million euros", "31 million euros in all"));
    expect(stale()).toContain("31 million");
    staleness.acknowledge("draft.md");
    expect(stale()).toEqual([]);
    change(SOURCE);
    expect(stale()).toContain("31 million");
  });

  it("does not come from a source that is taken away", () => {
    engine.removeSource("release.md");
    expect(stale()).toEqual([]);
  });
});
