/**
 * HTML character references as they occur in prose. Knows no Markdown. A name that is not listed stays as written.
 */

/** Names of U+00A0 to U+00FF, in order. */
const LATIN_1 = (
  "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute " +
  "micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig " +
  "Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash " +
  "Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute " +
  "ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc " +
  "uuml yacute thorn yuml"
).split(" ");

const NAMED = new Map<string, string>([
  ...LATIN_1.map((name, index): [string, string] => [name, String.fromCharCode(160 + index)]),
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["ndash", "–"],
  ["mdash", "—"],
  ["lsquo", "‘"],
  ["rsquo", "’"],
  ["sbquo", "‚"],
  ["ldquo", "“"],
  ["rdquo", "”"],
  ["bdquo", "„"],
  ["hellip", "…"],
  ["bull", "•"],
  ["euro", "€"],
  ["trade", "™"],
  ["minus", "−"],
  ["le", "≤"],
  ["ge", "≥"],
  ["ne", "≠"],
  ["asymp", "≈"],
  ["thinsp", "\u2009"],
  ["ensp", "\u2002"],
  ["emsp", "\u2003"],
  ["scaron", "š"],
  ["Scaron", "Š"],
  ["ccaron", "č"],
  ["Ccaron", "Č"],
  ["zcaron", "ž"],
  ["Zcaron", "Ž"],
  ["rcaron", "ř"],
  ["ecaron", "ě"],
  ["OElig", "Œ"],
  ["oelig", "œ"],
]);

/** The character that `&name;`, `&#8211;` or `&#x2013;` stands for, or null if it is not known. */
export function decodeEntity(reference: string): string | null {
  const name = reference.slice(1, -1);
  if (!name.startsWith("#")) return NAMED.get(name) ?? null;
  const hex = name[1] === "x" || name[1] === "X";
  const code = Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10);
  const readable = code >= 32 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return readable ? String.fromCodePoint(code) : "\uFFFD";
}
