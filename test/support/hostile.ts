/**
 * Hostile text for fuzz tests: what is right, broken as damage and malice break it. `FUZZ_RUNS` says how many examples a
 * property tries, `FUZZ_SEED` which; `FUZZ_SIZE` how long texts are that must be read in time, in UTF-16 code units.
 */
import fc from "fast-check";

/** The parameters of a property that tries `runs` examples unless `FUZZ_RUNS` says otherwise. */
export function fuzz(runs: number): { numRuns: number; seed: number } {
  const { FUZZ_RUNS, FUZZ_SEED } = process.env;
  return { numRuns: Number(FUZZ_RUNS || runs), seed: Number(FUZZ_SEED || 20_240_202) };
}

/** The length of texts that try how time grows. */
export const SIZE = Number(process.env.FUZZ_SIZE || 600);

/** For tests whose length the environment decides. */
export const PATIENT = { timeout: process.env.FUZZ_RUNS || process.env.FUZZ_SIZE ? 3_600_000 : 60_000 };

/** What readers stumble over: ends and beginnings of everything, names of JavaScript's own, characters that are none. */
export const PIECES = [
  ..."[]{}()<>|\\\"'`*_~#&!%@^:;,.-+=?/ \t\n\r\0\uFEFF\u2028\u0085\u00A0\u200B\u202E\uD83D\uDE00",
  "\r\n",
  "\n\n",
  "\n---\n",
  "\n...\n",
  "\n# ",
  "\n- ",
  "\n  - ",
  "\n> ",
  "\n| a | b |\n|---|---|\n| c | d |\n",
  "\n```\n",
  "\n1. ",
  "\n\n[^1]: ",
  "[^1]",
  "[@",
  "[@key, p. 4; @",
  "](",
  "[a](b)",
  "<!--",
  "-->",
  "<!-- claimcheck-ignore ",
  "-start",
  "-end",
  "-file",
  "all",
  "&a ",
  "*a ",
  "!!js/function ",
  "!!timestamp ",
  "!!binary ",
  "<<: ",
  "? ",
  "%YAML 1.1\n---\n",
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "hasOwnProperty",
  "null",
  "~",
  "true",
  ".inf",
  ".nan",
  "0x1F",
  "1e400",
  "-0",
  "9".repeat(40),
  "2019-02-31",
  "0000-00-00",
  "9999-12-31",
  "+275760-09-13",
  "2019-05-02",
  "also: ",
  "not before: ",
  "not after: ",
  "\\u0000",
  "@string{",
  "@comment{",
  "@misc{a, title = {",
  " # ",
  "../",
  "..%2f",
  "%00",
  "C:\\",
  "\\\\host\\share\\",
  "file:///etc/",
  "//host/",
  "é",
  "e\u0301",
  "ﬁ",
  "İ",
  "ß",
  "中",
  "😀",
] as const;

type Break = (text: string) => string;

const piece = fc.oneof(fc.constantFrom<string>(...PIECES), fc.string({ unit: "binary", maxLength: 4 }));
const share = fc.double({ min: 0, max: 1, noNaN: true });

function place(text: string, at: number): number {
  return Math.floor(at * text.length);
}

/** One way to break a text; lone halves of characters may come of it. */
const breaking: fc.Arbitrary<Break> = fc.oneof(
  { weight: 6, arbitrary: inserted(piece) },
  { weight: 2, arbitrary: inserted(fc.tuple(piece, fc.nat(300)).map(([one, times]) => one.repeat(times))) },
  fc.tuple(share, share).map(([from, length]) => (text: string) => {
    const start = place(text, from);
    return text.slice(0, start) + text.slice(start + place(text, length * 0.3));
  }),
  fc.tuple(share, share, share).map(([from, length, to]) => (text: string) => {
    const copy = text.slice(place(text, from), place(text, from) + place(text, length * 0.5));
    return text.slice(0, place(text, to)) + copy + text.slice(place(text, to));
  }),
  fc.tuple(share, fc.nat(15)).map(([at, bit]) => (text: string) => {
    const index = place(text, at);
    const code = text.charCodeAt(index) ^ (1 << bit);
    return text.slice(0, index) + String.fromCharCode(code) + text.slice(index + 1);
  }),
  share.map((at) => (text: string) => text.slice(0, place(text, at))),
  fc.constantFrom<Break>(
    (text) => text.replace(/\r?\n/g, "\r"),
    (text) => text.replace(/\r?\n/g, "\r\n"),
    (text) => text.replace(/\s+/g, " "),
    (text) => `\uFEFF${text}`,
    (text) => text.repeat(5),
    (text) => [...text].reverse().join(""),
  ),
);

function inserted(what: fc.Arbitrary<string>): fc.Arbitrary<Break> {
  return fc.tuple(share, what).map(
    ([at, words]) =>
      (text) =>
        text.slice(0, place(text, at)) + words + text.slice(place(text, at)),
  );
}

/** One of the texts, broken in a few ways; never longer than `most`. */
export function broken(texts: readonly string[], most = 20_000): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...texts), fc.array(breaking, { minLength: 1, maxLength: 6 }))
    .map(([text, breaks]) => breaks.reduce((result, one) => one(result).slice(0, most), text));
}

/** Texts of about `length` in which one piece stands again and again, or stands around another. */
export function* repeated(length: number, more: readonly string[] = []): Generator<string> {
  for (const one of [...PIECES, ...more]) {
    const times = Math.ceil(length / one.length);
    yield one.repeat(times);
    yield `${one}x `.repeat(Math.ceil(length / (one.length + 2)));
  }
}
