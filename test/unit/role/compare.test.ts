import { describe, expect, test } from "vitest";
import { compareRoles } from "../../../server/src/kinds/role/compare.ts";
import { parseRole } from "../../../server/src/kinds/role/parse.ts";

describe("two roles of one person", () => {
  test.each<[string, string, string, string]>([
    ["who heads the inventory unit", "head of the inventory unit", "agrees", ""],
    ["chief executive", "the council's CEO", "agrees", ""],
    ["who runs the Agency", "director general of the Agency", "agrees", ""],
    ["the firm's chief", "managing director", "agrees", ""],
    ["director", "director general of the Agency", "agrees", ""],
    ["foreign secretary", "foreign minister", "agrees", ""],
    ["Minister of Health", "Health Minister", "agrees", ""],
    ["minister", "the finance minister of Fiji", "agrees", ""],
    ["Director General for Fraud and Error", "Director General", "agrees", ""],
    ["Coordinator", "Assistant Coordinator", "conflicts", "rank"],
    ["the bank's president", "the bank's acting president", "conflicts", "rank"],
    ["Minister of Health", "the Deputy Minister", "conflicts", "rank"],
    ["president", "vice-president", "conflicts", "rank"],
    ["mayor", "former mayor", "conflicts", "rank"],
    ["Police Chief", "Fire Chief", "conflicts", "domain"],
    ["finance minister", "foreign minister", "conflicts", "domain"],
    ["director", "chief of cabinet", "conflicts", "head"],
    ["secretary general", "general secretary", "conflicts", "head"],
    ["leader", "fisheries spokesman", "conflicts", "head"],
    ["head of collections", "head of youth services", "conflicts", "domain"],
    ["chief veterinary officer", "head of epidemiology", "conflicts", "domain"],
    ["lawyer", "doctor", "conflicts", "head"],
    ["teacher", "bookkeeper", "conflicts", "head"],
    ["fisheries minister", "civil servant", "conflicts", "head"],
    ["lawyer", "professor of law", "unrelated", ""],
    ["convener", "vice-convener", "conflicts", "rank"],
    ["sitting appeals judge", "retired appeals judge", "conflicts", "rank"],
    ["Danish operator", "Dutch operator", "conflicts", "nationality"],
    ["head of grid planning", "who heads grid planning", "agrees", ""],
    ["director", "head of grid planning", "agrees", ""],
    ["head of government", "prime minister", "agrees", ""],
    ["president", "head of state", "agrees", ""],
    ["retired judge", "judge", "agrees", ""],
    ["former judge", "retired judge", "agrees", ""],
    ["energy minister", "Cabinet Secretary for Energy", "agrees", ""],
    ["Secretary of State for Health", "Health Minister", "agrees", ""],
    ["the foreign minister", "the US Secretary of State", "agrees", ""],
    ["junior minister", "under-secretary", "unrelated", ""],
    ["managing director", "head of grid planning", "conflicts", "head"],
    ["who heads the records unit", "director general of the Archive", "conflicts", "head"],
    ["Cabinet Secretary", "Principal Secretary", "conflicts", "head"],
    ["minister of sport", "Norway's secretary of state", "conflicts", "head"],
    ["a sitting judge", "retired judge", "conflicts", "rank"],
    ["Norway's trade minister", "trade minister of Sweden", "conflicts", "body"],
    ["treasurer of the Harbour Trust", "treasurer of the Seamen's Mission", "conflicts", "body"],
    ["chair of the Harbour Trust", "chair of the Seamen's Mission", "unrelated", ""],
    ["Danish ambassador", "UN ambassador", "agrees", ""],
    ["head of communications", "the council's head of human resources", "conflicts", "domain"],
    ["chief executive", "chief medical officer", "conflicts", "head"],
    ["chief financial officer", "Chief Engineer", "conflicts", "head"],
    ["chief physician", "head of research", "conflicts", "head"],
    ["chief engineer", "head of engineering", "agrees", ""],
    ["chief economist", "economist", "agrees", ""],
    ["an economist", "member of the board", "unrelated", ""],
    ["chair of the conference", "minister of roads", "unrelated", ""],
    ["chair of the school board", "professor of chemistry", "unrelated", ""],
    ["director of Sea Watch", "president of Harbour Trust", "unrelated", ""],
    ["official", "minister", "unrelated", ""],
    ["the body that chaired it", "minister", "unrelated", ""],
  ])("%s / %s: %s", (claim, source, relation, part) => {
    expect(compareRoles(claim, source)).toEqual({ relation, part });
  });
});

test("a role is taken apart", () => {
  const text = "the Agency's deputy director for control";
  const role = parseRole(text);
  expect(role).toMatchObject({ head: "director", ranks: ["deputy"], domain: ["control"], body: "Agency" });
  expect(text.slice(role.core.start, role.core.end)).toBe("deputy director");
  expect(text.slice(role.coreWithField.start, role.coreWithField.end)).toBe("deputy director for control");
});
