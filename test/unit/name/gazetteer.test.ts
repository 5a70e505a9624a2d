import { describe, expect, test } from "vitest";
import { compareNames } from "../../../server/src/kinds/name/compare.ts";
import { liesIn, lookUpName, sameEntity } from "../../../server/src/lexicon/gazetteer.ts";

describe("which names are one entity", () => {
  test.each<[string, string, string]>([
    ["U.S.", "United States", "same"],
    ["Americans", "USA", "same"],
    ["Britain", "UK", "same"],
    ["Turkey", "Türkiye", "same"],
    ["Cote d'Ivoire", "Ivory Coast", "same"],
    ["EU", "European Union", "same"],
    ["FAO", "Food and Agriculture Organisation", "same"],
    ["Beijing", "China", "metonym"],
    ["Algiers", "Algeria", "metonym"],
    ["Brussels", "EU", "metonym"],
    ["Madrid", "Rabat", "different"],
    ["Casablanca", "Rabat", "different"],
    ["Japan", "Singapore", "different"],
    ["NATO", "African Union", "different"],
    ["WFP", "United Nations", "unknown"],
    ["Kolding Dairy", "Spain", "unknown"],
  ])("%s and %s: %s", (a, b, relation) => {
    expect(sameEntity(a, b)).toBe(relation);
    expect(sameEntity(b, a)).toBe(relation);
  });

  test("a town lies in its country, not in another", () => {
    expect(liesIn("Porto", "Portugal")).toBe(true);
    expect(liesIn("Rabat", "Morocco")).toBe(true);
    expect(liesIn("Porto", "Spain")).toBe(false);
    expect(liesIn("Portugal", "Porto")).toBe(false);
  });

  test("an abbreviation is one in capitals only", () => {
    expect(lookUpName("WHO")).toHaveLength(1);
    expect(lookUpName("Who")).toHaveLength(0);
  });

  test("every country has a code and a name of its own", () => {
    expect(sameEntity("Niger", "Nigeria")).toBe("different");
    expect(sameEntity("North Korea", "South Korea")).toBe("different");
    expect(sameEntity("Congo", "DRC")).toBe("different");
  });
});

describe("names of two documents", () => {
  test.each<[string, string, string]>([
    ["Robert Kaldor", "Kaldor", "same"],
    ["Sigrun Jonsdottir", "Sigrún Jónsdóttir", "same"],
    ["Harbour Safety Agency", "HSA", "same"],
    ["ISP", "ISPs", "same"],
    ["Porto", "Portugal", "metonym"],
    ["the House", "Legislative Assembly", "unknown"],
    ["Anna Kaldor", "Robert Kaldor", "unknown"],
    ["Financial Stability Committee", "Monetary Policy Committee", "different"],
  ])("%s and %s: %s", (a, b, relation) => {
    expect(compareNames(a, b)).toBe(relation);
  });
});
