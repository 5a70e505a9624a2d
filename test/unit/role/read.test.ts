import { describe, expect, test } from "vitest";
import { readNames } from "../../../server/src/kinds/name/read.ts";
import { readRoles } from "../../../server/src/kinds/role/read.ts";
import { tokenize } from "../../../server/src/text/tokens.ts";

/** Roles as `holder: words`. */
function roles(text: string): string[] {
  const tokens = tokenize(text);
  return readRoles(text, tokens, readNames(text, tokens)).map((role) => `${role.holder}: ${role.text}`);
}

describe("who is what", () => {
  test.each<[string, string[]]>([
    [
      "“No,” said Jonas Vail, deputy director for control at the Agency.",
      ["Jonas Vail: deputy director for control at the Agency"],
    ],
    ["As for jobs, Joost Vering, the union's president, was silent.", ["Joost Vering: union's president"]],
    ["Contact: head of epidemiology Dr Koen Brass.", ["Koen Brass: head of epidemiology"]],
    ["Mr Arriel, I might add, is a lawyer by training.", ["Arriel: lawyer"]],
    ["OSTVIK – When Anna Ilg gave up her job as a bookkeeper, it rained.", ["Anna Ilg: bookkeeper"]],
    ["Chair: Lennart Vass MP.", ["Lennart Vass: Chair"]],
    ["Its managing director, Anders Rolf, agreed.", ["Anders Rolf: Its managing director"]],
    ["The Relief Coordinator, Paulo Ferraz, will be in Oslo.", ["Paulo Ferraz: Relief Coordinator"]],
    [
      "Finance Minister Birta Halls met Governor Gudrun Olsen.",
      ["Birta Halls: Finance Minister", "Gudrun Olsen: Governor"],
    ],
    [
      "According to the harbour agency NHA’s chief of staff Robert Kaldor, it rained.",
      ["NHA: harbour agency", "Robert Kaldor: NHA’s chief of staff"],
    ],
    [
      "Anna Lobo, who heads the inventory unit, is dry about it.",
      ["Anna Lobo: who heads the inventory unit"],
    ],
    [
      "Joel Abram, who asked about the cap, is a governor of Bangor University.",
      ["Joel Abram: governor of Bangor University"],
    ],
    [
      "Spain's deputy shipping minister, Pablo Ruiz, objected.",
      ["Pablo Ruiz: Spain's deputy shipping minister"],
    ],
    ["Pieter van Dam of the Danish operator Nordlink spoke.", ["Nordlink: Danish operator"]],
    [
      "It heard Dr Samuel Otieno of the University of Nairobi as deputy chair.",
      ["Samuel Otieno: deputy chair"],
    ],
    ["Mr Daniel Strand, you have been director of roads since May.", ["Daniel Strand: director of roads"]],
    [
      "Anna Lobo, Director-General of the Archive, acted as Rapporteur.",
      ["Anna Lobo: Director-General of the Archive", "Anna Lobo: Rapporteur"],
    ],
    ["The board's chair is Anna Lobo.", ["Anna Lobo: board's chair"]],
    ["It heard Anna Lobo, the Cabinet Secretary.", ["Anna Lobo: Cabinet Secretary"]],
    ["Anna Lobo served as deputy treasurer.", ["Anna Lobo: deputy treasurer"]],
    ["Anna Lobo, who was lead harbour engineer, left.", ["Anna Lobo: lead harbour engineer"]],
    ["Minister of Justice Anna Lobo was careful.", ["Anna Lobo: Minister of Justice"]],
    ["Anna Lobo, Vice-Minister for Roads of Japan", ["Anna Lobo: Vice-Minister for Roads of Japan"]],
    ["Anna Lobo (chief medical officer, Helvik):", ["Anna Lobo: chief medical officer"]],
    ["Anna Lobo, Chief Engineer.", ["Anna Lobo: Chief Engineer"]],
    ["Rapporteur: Anna Lobo.", ["Anna Lobo: Rapporteur"]],
    ["The council's vice-chair, Kenji Mori, resigned.", ["Kenji Mori: council's vice-chair"]],
  ])("%s", (text, expected) => {
    expect(roles(text)).toEqual(expected);
  });
});

describe("nobody's role", () => {
  test.each([
    "Anna Lobo, the minister said, was late.",
    "Anna Lobo was minister until March.",
    "Anna Lobo served the governor well.",
    "Anna Lobo had a manager.",
    "Anna Lobo, who led the investigation, left.",
    "The minister: Anna Lobo is late.",
    "The manager is Anna Lobo's cousin.",
    "Jo Bell and Anna Lobo, his deputy, left.",
    "As for you, the director was late, Mr Strand.",
    "They offered a chair at Mr Temple's table.",
    "The head count rose, and Anna Lobo left.",
    "The Minister told Norway that she would come.",
  ])("%s", (text) => {
    expect(roles(text)).toEqual([]);
  });
});
