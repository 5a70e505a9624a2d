/** What a figure follows from is shown whole: every sentence that gave a number to the arithmetic. */
import { expect, it } from "vitest";
import { createChecker } from "../../../server/src/library.ts";

const SOURCE = `The island emitted 53.9 million tonnes of carbon dioxide equivalent in 2023, land use not included.

Ferries ran as before. Forests and other land use removed a net 6.7 million tonnes of carbon dioxide equivalent in 2023.
`;

it("names both sentences of a difference", () => {
  const checker = createChecker({ builtin: false });
  checker.setSource({ uri: "inventory.md", text: SOURCE });
  const text =
    "With the forests and other land use counted in, net emissions of the island in 2023 were 47.2 million tonnes of carbon dioxide equivalent.\n";
  const { claims } = checker.check({ uri: "memo.md", text, date: "2024-07-01" });
  const claim = claims.find(({ kind, verdict }) => kind === "quantity" && verdict === "supported");
  expect(claim?.arithmetic).toContain("53.9 million − 6.7 million");
  expect(claim?.evidence.map((one) => one.text.slice(0, 20))).toEqual([
    "The island emitted 5",
    "Forests and other la",
  ]);
});
