/**
 * Words for rise and fall in their forms, and the opposite of each in the same form: "rose" and "fell", "more" and
 * "fewer", "above" and "below". Knows words only.
 */

type Form =
  | "base"
  | "s"
  | "past"
  | "participle"
  | "ing"
  | "noun"
  | "comparative"
  | "place"
  | "particle"
  | "sign";

/** Verbs that go up, each beside one that goes down: base, s, past, participle, ing. */
const VERBS: readonly (readonly [string, string])[] = [
  ["rise rises rose risen rising", "fall falls fell fallen falling"],
  ["increase increases increased increased increasing", "decrease decreases decreased decreased decreasing"],
  ["grow grows grew grown growing", "shrink shrinks shrank shrunk shrinking"],
  ["climb climbs climbed climbed climbing", "drop drops dropped dropped dropping"],
  ["gain gains gained gained gaining", "lose loses lost lost losing"],
  ["jump jumps jumped jumped jumping", "plunge plunges plunged plunged plunging"],
  ["surge surges surged surged surging", "slump slumps slumped slumped slumping"],
  ["soar soars soared soared soaring", "tumble tumbles tumbled tumbled tumbling"],
  ["expand expands expanded expanded expanding", "contract contracts contracted contracted contracting"],
  ["raise raises raised raised raising", "lower lowers lowered lowered lowering"],
  ["advance advances advanced advanced advancing", "decline declines declined declined declining"],
  ["add adds added added adding", "shed sheds shed shed shedding"],
];
/** Falls beside the rise that answers them; they are no rise's own opposite. */
const OTHER_FALLS: readonly (readonly [string, string])[] = [
  ["reduce reduces reduced reduced reducing", "increase increases increased increased increasing"],
  ["slip slips slipped slipped slipping", "rise rises rose risen rising"],
  ["slide slides slid slid sliding", "rise rises rose risen rising"],
  ["dip dips dipped dipped dipping", "rise rises rose risen rising"],
  ["ease eases eased eased easing", "rise rises rose risen rising"],
  ["sink sinks sank sunk sinking", "rise rises rose risen rising"],
  ["trim trims trimmed trimmed trimming", "raise raises raised raised raising"],
];
const NOUNS: readonly (readonly [string, string])[] = [
  ["rise", "fall"],
  ["increase", "decrease"],
  ["growth", "decline"],
  ["gain", "loss"],
  ["jump", "drop"],
  ["surge", "slump"],
  ["hike", "cut"],
  ["addition", "reduction"],
  ["expansion", "contraction"],
];
const PLAIN: readonly (readonly [Form, string, string])[] = [
  ["comparative", "more", "less"],
  ["comparative", "higher", "lower"],
  ["comparative", "larger", "smaller"],
  ["comparative", "bigger", "smaller"],
  ["comparative", "greater", "smaller"],
  ["comparative", "longer", "shorter"],
  ["comparative", "older", "younger"],
  ["comparative", "better", "worse"],
  ["comparative", "dearer", "cheaper"],
  ["comparative", "faster", "slower"],
  ["place", "above", "below"],
  ["place", "over", "under"],
  ["particle", "up", "down"],
  ["sign", "+", "\u2212"],
];
const FORMS: readonly Form[] = ["base", "s", "past", "participle", "ing"];

interface Entry {
  readonly form: Form;
  readonly opposite: string;
}
const ENTRIES = new Map<string, Entry[]>();
function add(form: Form, word: string, opposite: string): void {
  ENTRIES.set(word, [...(ENTRIES.get(word) ?? []), { form, opposite }]);
}
for (const [up, down] of VERBS)
  FORMS.forEach((form, at) => {
    add(form, up.split(" ")[at]!, down.split(" ")[at]!);
    add(form, down.split(" ")[at]!, up.split(" ")[at]!);
  });
for (const [fall, rise] of OTHER_FALLS)
  FORMS.forEach((form, at) => {
    add(form, fall.split(" ")[at]!, rise.split(" ")[at]!);
  });
for (const [up, down] of NOUNS) {
  add("noun", up, down);
  add("noun", down, up);
}
for (const [form, up, down] of PLAIN) {
  add(form, up, down);
  if (!ENTRIES.has(down)) add(form, down, up);
}
add("comparative", "fewer", "more");
add("sign", "-", "+");

/** How the word is used where it stands. */
export interface Usage {
  /** It is a noun there: "a rise of", "the cut". */
  readonly noun: boolean;
  /** What it compares can be counted: "fewer". */
  readonly counted: boolean;
}

/** The direction word to write instead of `word` (lower-cased): `other`, where it has the same form, else the opposite; null for an unknown word. */
export function oppositeWord(word: string, other: string, usage: Usage): string | null {
  const mine = entriesOf(word, usage);
  const forms = new Set(mine.map(({ form }) => form));
  if (entriesOf(other, usage).some(({ form }) => forms.has(form))) return counted(other, usage);
  return mine[0] === undefined ? null : counted(mine[0].opposite, usage);
}

function entriesOf(word: string, { noun }: Usage): Entry[] {
  const all = ENTRIES.get(word) ?? [];
  const isVerb = all.some(({ form }) => FORMS.includes(form));
  return all.filter(({ form }) => !isVerb || (form === "noun") === noun);
}

function counted(word: string, usage: Usage): string {
  return word === "less" && usage.counted ? "fewer" : word === "fewer" && !usage.counted ? "less" : word;
}
