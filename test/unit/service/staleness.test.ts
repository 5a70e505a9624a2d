/**
 * A source changes under a draft: the claims that hang on the changed passage are stale, and only they, until the writer
 * edits or acknowledges them.
 */
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { createChecker } from "../../../server/src/library.ts";
import { type FollowOptions, type StaleClaim, Staleness } from "../../../server/src/service/staleness.ts";

const SOURCE =
  "The quay cost 31 million euros.\n\nThe hearing opens on 4 March 2024 in Lisbon. Boats came at noon.\n";
const DRAFT =
  "# Brief\n\nThe quay cost 31 million euros. It is long.\n\nThe hearing opens on 4 March 2024 in Lisbon.\n";
/** The quay is told of in other words. */
const REWORDED = SOURCE.replace("The quay cost 31 million", "By May the quay had cost 31 million");

/** Data with its `at`th part, in reading order, in the place of which stands something else. */
function spoilt(data: unknown, at: number): unknown {
  let left = at;
  return JSON.parse(JSON.stringify(data), (_, value: unknown) =>
    left-- === 0 ? { odd: [-1, null] } : value,
  );
}

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

  function follow(options: FollowOptions = {}): readonly StaleClaim[] {
    const { claims } = engine.check({ uri: "draft.md", text, date: "2024-02-20" });
    return staleness.follow("draft.md", claims, text, (source) => engine.sourceText(source), options);
  }

  /** The words of the stale claims. */
  function stale(): string[] {
    return follow().map(({ start, end }) => text.slice(start, end));
  }

  /** Another session that begins with what this one kept. */
  function restart(trusts?: (source: string) => boolean): void {
    const record = JSON.parse(JSON.stringify(staleness.recordOf("draft.md")));
    staleness = new Staleness();
    staleness.recall("draft.md", record, trusts);
  }

  it("is of the claims on the changed passage, and only of them", () => {
    change(SOURCE.replace("31 million", "33 million"));
    expect(stale()).toEqual(["31 million"]);
    expect(stale()).toEqual(["31 million"]);
  });

  it("says what is no longer there", () => {
    change(SOURCE.replace("31 million", "33 million"));
    const [first] = follow();
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

  it("comes once a source that was taken away is back with another text", () => {
    engine.removeSource("release.md");
    stale();
    change(REWORDED);
    expect(stale()).toEqual(["31 million"]);
  });

  it("tells where the source itself says otherwise now", () => {
    change(SOURCE.replace("31 million", "33 million"));
    expect(follow().map(({ isOpposed }) => isOpposed)).toEqual([true]);
    change(REWORDED);
    expect(follow().map(({ isOpposed }) => isOpposed)).toEqual([false]);
  });

  it("is not opposed by what another source says", () => {
    change("Boats came at noon.\n");
    const wire = "The quay cost 33 million euros.\n";
    engine.setSource({ uri: "wire.md", text: wire, title: "Wire", published: "2024-02-02" });
    const quay = follow().find(({ start }) => text.slice(start).startsWith("31 million"));
    expect(quay?.isOpposed).toBe(false);
  });

  it("ends when the writer puts the finding aside", () => {
    change(SOURCE.replace("31 million", "33 million"));
    const { claims } = engine.check({ uri: "draft.md", text, date: "2024-02-20" });
    const aside = claims.filter(({ verdict }) => verdict === "contradicted");
    const others = claims.filter((claim) => !aside.includes(claim));
    const sourceText = (source: string) => engine.sourceText(source);
    expect(aside.map((claim) => claim.text)).toEqual(["31 million"]);
    expect(staleness.follow("draft.md", others, text, sourceText, { aside })).toEqual([]);
    expect(stale()).toEqual([]);
  });

  it("ends with it for what hangs on the same passage on that line", () => {
    const facts = "The quay cost 31 million euros and has 14 cranes.\n";
    text = `# Brief\n\n${facts}\nIn short, the quay has 14 cranes.\n`;
    change(facts);
    stale();
    change(facts.replace("31 million", "33 million"));
    expect(stale()).toEqual(expect.arrayContaining(["31 million", "14"]));
    const { claims } = engine.check({ uri: "draft.md", text, date: "2024-02-20" });
    const aside = claims.filter(({ verdict }) => verdict === "contradicted");
    const others = claims.filter((claim) => !aside.includes(claim));
    const left = staleness.follow("draft.md", others, text, (source) => engine.sourceText(source), { aside });
    expect(left.filter(({ start }) => start < text.indexOf("In short"))).toEqual([]);
    expect(left.length).toBeGreaterThan(0);
  });

  describe("in a later session", () => {
    it("is of the claims on a passage that changed meanwhile, and only of them", () => {
      restart();
      change(REWORDED);
      expect(stale()).toEqual(["31 million"]);
      restart();
      expect(stale()).toEqual(["31 million"]);
    });

    it("is of claims of which nothing is said any more", () => {
      restart();
      change("Boats came at noon.\n");
      expect(stale()).toEqual(expect.arrayContaining(["31 million", "4 March 2024", "Lisbon"]));
    });

    it("is not of anything where the source is as it was, changed elsewhere, or is not there", () => {
      restart();
      expect(stale()).toEqual([]);
      restart();
      change(SOURCE.replace("noon", "ten"));
      expect(stale()).toEqual([]);
      restart();
      engine.removeSource("release.md");
      expect(stale()).toEqual([]);
    });

    it("waits for sources that are still being read", () => {
      restart();
      engine.removeSource("release.md");
      const copy = "The quay cost 31 million euros.\n\nThe hearing opens on 4 March 2024 in Lisbon.\n";
      engine.setSource({ uri: "copy.md", text: copy, title: "Copy" });
      expect(follow({ isPartial: true })).toEqual([]);
      change(REWORDED);
      expect(stale()).toEqual(["31 million"]);
    });

    it("does not come back once it was acknowledged, or the sentence edited", () => {
      change(REWORDED);
      expect(stale()).toEqual(["31 million"]);
      staleness.acknowledge("draft.md");
      stale();
      restart();
      expect(stale()).toEqual([]);
      change(SOURCE);
      expect(stale()).toEqual(["31 million"]);
      text = DRAFT.replace("The quay cost", "In all, the quay cost");
      stale();
      restart();
      expect(stale()).toEqual([]);
    });

    it("does not come from a source whose text cannot be compared", () => {
      restart((source) => source !== "release.md");
      change(REWORDED);
      expect(stale()).toEqual([]);
    });

    it("goes on from this session where that has followed the draft already", () => {
      const record = staleness.recordOf("draft.md");
      staleness.acknowledge("draft.md");
      change(REWORDED);
      staleness.recall("draft.md", record);
      expect(stale()).toEqual([]);
    });

    it("keeps no more of a draft than its claims rest on", () => {
      const record = JSON.stringify(staleness.recordOf("draft.md"));
      expect(record).not.toContain("Boats");
      expect(record.length).toBeLessThan(3000);
      expect(staleness.recordOf("other.md")).toBeNull();
    });

    it("is as if nothing had been kept where that is no record", () => {
      const whole = JSON.stringify(staleness.recordOf("draft.md"));
      change(REWORDED);
      fc.assert(
        fc.property(
          fc.oneof(
            fc.json().map((json): unknown => JSON.parse(json)),
            fc.nat(200).map((at) => spoilt(JSON.parse(whole), at)),
          ),
          (data) => {
            staleness = new Staleness();
            staleness.recall("draft.md", data);
            for (const { start, end } of follow()) expect(end).toBeGreaterThan(start);
          },
        ),
        { numRuns: 60 },
      );
    });
  });
});
