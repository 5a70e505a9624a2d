/** What the forms of two dates tell of one another, whatever their days. */
import { expect, test } from "vitest";
import { formFeatures } from "../../../server/src/checking/date/forms.ts";
import { readDates } from "../../../server/src/kinds/date/read.ts";

test("a form says how finely, how vaguely and from where a date is told", () => {
  const [spring, day] = ["in the spring", "yesterday"].map((text) => readDates(text, "2025-12-20")[0]!);
  const found = formFeatures(spring!, day!);
  expect(found).toMatchObject({ mineVague: 1, theirsVague: 0, mineRelative: 0, theirsRelative: 1 });
  expect(found.mineFine).toBeGreaterThan(found.theirsFine!);
});
