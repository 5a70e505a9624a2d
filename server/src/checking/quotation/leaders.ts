/** Words for whoever leads a body: its director may be called its head. Knows nouns; nothing of sources. */
import { headOf } from "../../kinds/speaker/cues.ts";

/** What any leader may be called. */
const LEADING = new Set(["head", "chief", "boss", "leader"]);
const LEADERS = new Set([
  ...LEADING,
  ..."director president chair chairman chairwoman chairperson executive governor general principal manager commissioner".split(
    " ",
  ),
]);

/** Whether somebody with one of these roles may be meant by such a head of a phrase. */
export function mayLead(head: string, roles: readonly string[]): boolean {
  return LEADING.has(head) && roles.some((role) => LEADERS.has(headOf(role) ?? ""));
}
