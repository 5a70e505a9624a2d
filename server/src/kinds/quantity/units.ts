/**
 * The units that quantities come in: currencies, percent and points, measures, time units.
 * Knows names and conversion factors; knows no numbers and no sentences.
 */

/** Words and signs of a currency; the value is its ISO 4217 code, or the word itself where several states use it. */
export const CURRENCY_SIGNS: ReadonlyMap<string, string> = new Map([
  ["\u20ac", "EUR"],
  ["$", "USD"],
  ["\u00a3", "GBP"],
  ["\u00a5", "JPY"],
  ["\u20b9", "INR"],
  ["\u20a9", "KRW"],
  ["\u20ba", "TRY"],
  ["\u20b4", "UAH"],
  ["\u20bd", "RUB"],
  ["\u20aa", "ILS"],
  ["\u20b1", "PHP"],
  ["\u20a6", "NGN"],
  ["\u20b5", "GHS"],
  ["\u20ab", "VND"],
  ["\u0e3f", "THB"],
  ["\u09f3", "BDT"],
]);
/**
 * Letters that stand before an amount as a sign does ("Rs 500", "RM3.2 million"), in their own spelling. Where one
 * letter alone is a label as well ("R21", "N95"), see `currency-letters.ts`.
 */
export const CURRENCY_LETTERS: ReadonlyMap<string, string> = new Map([
  ["R", "ZAR"],
  ["N", "NGN"],
  ["P", "peso"],
  ["K", "kwacha"],
  ["RM", "MYR"],
  ["Rs", "rupee"],
  ["Rp", "IDR"],
  ["Php", "PHP"],
  ["PhP", "PHP"],
  ["KSh", "KES"],
  ["Ksh", "KES"],
  ["TSh", "TZS"],
  ["Tsh", "TZS"],
  ["USh", "UGX"],
  ["Ush", "UGX"],
  ["Sh", "shilling"],
  ["kr", "krona"],
  ["Kr", "krona"],
]);
/** What letters before "$" make of it. */
export const DOLLAR_PREFIXES: ReadonlyMap<string, string> = new Map([
  ["us", "USD"],
  ["c", "CAD"],
  ["ca", "CAD"],
  ["can", "CAD"],
  ["a", "AUD"],
  ["au", "AUD"],
  ["nz", "NZD"],
  ["hk", "HKD"],
  ["s", "SGD"],
  ["r", "BRL"],
  ["mx", "MXN"],
  ["nt", "TWD"],
]);
const CODES =
  "EUR USD GBP JPY CHF SEK NOK DKK ISK CZK PLN HUF RON BGN UAH RUB TRY CAD AUD NZD HKD SGD CNY RMB INR KRW BRL MXN ZAR ILS AED SAR NGN KES EGP THB IDR MYR PHP TWD ARS CLP COP XOF XAF GHS UGX TZS ETB ZMW BWP MAD DZD TND PKR LKR BDT NPR VND KZT UZS GEL AMD AZN RSD MKD MDL QAR OMR KWD JOD LBP IQD IRR";
export const CURRENCY_CODES: ReadonlySet<string> = new Set(CODES.split(" "));

const CURRENCY_WORDS = new Map<string, { unit: string; factor: number }>();
for (const [words, unit, factor] of [
  ["euro euros", "EUR", 1],
  ["dollar dollars", "USD", 1],
  ["pound pounds sterling quid", "GBP", 1],
  ["yen", "JPY", 1],
  ["yuan renminbi", "CNY", 1],
  ["rupee rupees", "rupee", 1],
  ["rouble roubles ruble rubles", "RUB", 1],
  ["hryvnia hryvnias", "UAH", 1],
  ["zloty zlotys zloties z\u0142oty z\u0142otych z\u0142", "PLN", 1],
  ["forint forints", "HUF", 1],
  ["leu lei", "leu", 1],
  ["lev leva", "BGN", 1],
  ["lira liras", "TRY", 1],
  ["franc francs", "franc", 1],
  ["peso pesos", "peso", 1],
  ["rand", "ZAR", 1],
  ["shekel shekels", "ILS", 1],
  ["won", "KRW", 1],
  ["crown crowns", "crown", 1],
  ["krona kronor kr\u00f3na kr\u00f3nur kronur kr", "krona", 1],
  ["krone kroner", "krone", 1],
  ["koruna korunas koruny korun k\u010d", "CZK", 1],
  ["dinar dinars", "dinar", 1],
  ["dirham dirhams", "dirham", 1],
  ["riyal riyals", "riyal", 1],
  ["shilling shillings", "shilling", 1],
  ["naira", "NGN", 1],
  ["birr", "ETB", 1],
  ["baht", "THB", 1],
  ["rupiah rupiahs", "IDR", 1],
  ["ringgit ringgits", "MYR", 1],
  ["taka", "BDT", 1],
  ["cedi cedis", "GHS", 1],
  ["pula", "BWP", 1],
  ["kwacha", "kwacha", 1],
  ["tenge", "KZT", 1],
  ["lari", "GEL", 1],
  ["rial rials", "riyal", 1],
  ["real reais", "BRL", 1],
  ["cent cents", "cent", 1],
  ["pence penny", "GBP", 0.01],
] as const)
  for (const name of words.split(" ")) CURRENCY_WORDS.set(name, { unit, factor });

/** Whose dollars, pounds, crowns or francs they are. */
const NATIONS: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map(
  Object.entries({
    us: { USD: "USD" },
    american: { USD: "USD" },
    canadian: { USD: "CAD" },
    australian: { USD: "AUD" },
    singapore: { USD: "SGD" },
    "hong kong": { USD: "HKD" },
    zealand: { USD: "NZD" },
    british: { GBP: "GBP" },
    egyptian: { GBP: "EGP" },
    swiss: { franc: "CHF" },
    czech: { crown: "CZK" },
    swedish: { crown: "SEK", krona: "SEK", krone: "SEK" },
    norwegian: { crown: "NOK", krone: "NOK", krona: "NOK" },
    danish: { crown: "DKK", krone: "DKK", krona: "DKK" },
    icelandic: { crown: "ISK", krona: "ISK" },
    indian: { rupee: "INR" },
    pakistani: { rupee: "PKR" },
    mexican: { peso: "MXN" },
    philippine: { peso: "PHP" },
    romanian: { leu: "RON" },
    kenyan: { shilling: "KES" },
    ugandan: { shilling: "UGX" },
    tanzanian: { shilling: "TZS" },
    zambian: { kwacha: "ZMW" },
    euro: { cent: "eurocent" },
  }),
);

/** The currency that `word` names, with what one of it is worth in its unit; null for any other word. */
export function currencyWord(word: string): { unit: string; factor: number } | null {
  return CURRENCY_WORDS.get(word) ?? null;
}

/** The currency of `unit` as the adjective before it says ("Canadian" dollars), or null where it says nothing. */
export function nationalCurrency(adjective: string, unit: string): string | null {
  return NATIONS.get(adjective)?.[unit] ?? null;
}

/** A measure: its plain name, the system it converts in and its size in that system's base. */
export interface Measure {
  readonly unit: string;
  readonly system: string;
  readonly factor: number;
}

const MEASURES = new Map<string, Measure>();
const BY_UNIT = new Map<string, Measure>();
for (const [words, unit, system, factor] of [
  ["km kms kilometre kilometres kilometer kilometers", "kilometre", "length", 1000],
  ["metre metres meter meters", "metre", "length", 1],
  ["cm centimetre centimetres centimeter centimeters", "centimetre", "length", 0.01],
  ["mm millimetre millimetres millimeter millimeters", "millimetre", "length", 0.001],
  ["mile miles", "mile", "length", 1609.344],
  ["ft foot feet", "foot", "length", 0.3048],
  ["inch inches", "inch", "length", 0.0254],
  ["yard yards", "yard", "length", 0.9144],
  ["t tonne tonnes ton tons", "tonne", "mass", 1e6],
  ["mt megatonne megatonnes", "megatonne", "mass", 1e12],
  ["gt gigatonne gigatonnes", "gigatonne", "mass", 1e15],
  ["kt kilotonne kilotonnes", "kilotonne", "mass", 1e9],
  ["kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes", "kilogram", "mass", 1000],
  ["g gram grams gramme grammes", "gram", "mass", 1],
  ["mg milligram milligrams", "milligram", "mass", 0.001],
  ["microgram micrograms \u00b5g", "microgram", "mass", 1e-6],
  ["lb lbs", "pound", "mass", 453.59237],
  ["ha hectare hectares", "hectare", "area", 10000],
  ["acre acres", "acre", "area", 4046.8564],
  ["kw kilowatt kilowatts", "kilowatt", "power", 1e3],
  ["mw megawatt megawatts", "megawatt", "power", 1e6],
  ["gw gigawatt gigawatts", "gigawatt", "power", 1e9],
  ["watt watts", "watt", "power", 1],
  ["kwh", "kilowatt-hour", "energy", 1e3],
  ["mwh", "megawatt-hour", "energy", 1e6],
  ["gwh", "gigawatt-hour", "energy", 1e9],
  ["twh", "terawatt-hour", "energy", 1e12],
  ["litre litres liter liters", "litre", "volume", 1],
  ["ml millilitre millilitres", "millilitre", "volume", 0.001],
  ["hectolitre hectolitres", "hectolitre", "volume", 100],
  ["barrel barrels", "barrel", "volume-of-oil", 1],
  ["hz hertz", "hertz", "frequency", 1],
  ["khz kilohertz", "kilohertz", "frequency", 1e3],
  ["mhz megahertz", "megahertz", "frequency", 1e6],
  ["ghz gigahertz", "gigahertz", "frequency", 1e9],
  ["degree degrees \u00b0c celsius", "degree", "temperature", 1],
  ["gb gigabyte gigabytes", "gigabyte", "data", 1e9],
  ["mb megabyte megabytes", "megabyte", "data", 1e6],
  ["tb terabyte terabytes", "terabyte", "data", 1e12],
  ["mbps", "megabit-per-second", "rate", 1],
  ["gbps", "gigabit-per-second", "rate", 1e3],
  ["db decibel decibels", "decibel", "sound", 1],
  ["knot knots", "knot", "speed", 1],
  ["mph", "mile-per-hour", "speed-by-road", 1.609344],
  ["kph kmh", "kilometre-per-hour", "speed-by-road", 1],
] as const) {
  for (const name of words.split(" ")) MEASURES.set(name, { unit, system, factor });
  BY_UNIT.set(unit, { unit, system, factor });
}
for (const [name, metres] of [
  ["kilometre", 1000],
  ["metre", 1],
  ["mile", 1609.344],
  ["foot", 0.3048],
] as const) {
  BY_UNIT.set(`square ${name}`, { unit: `square ${name}`, system: "area", factor: metres * metres });
  BY_UNIT.set(`cubic ${name}`, { unit: `cubic ${name}`, system: "volume", factor: metres ** 3 * 1000 });
}

/** The measure that a word or abbreviation names, or null. `word` is lower-cased. */
export function measureWord(word: string): Measure | null {
  return MEASURES.get(word) ?? null;
}

/** The measure of a `QuantityValue.unit`, or null for any other unit. */
export function measureOfUnit(unit: string): Measure | null {
  return BY_UNIT.get(unit) ?? null;
}

/** Abbreviations that are measures only in this very spelling: "5 g", "3 t", "40 m". */
export const CASED_MEASURES: ReadonlySet<string> = new Set([
  "t",
  "g",
  "Mt",
  "Gt",
  "kt",
  "ha",
  "ft",
  "db",
  "dB",
]);

const DAY = 1;
const TIME_UNITS = new Map<string, number>();
for (const [words, days] of [
  ["second seconds", DAY / 86400],
  ["minute minutes min mins", DAY / 1440],
  ["hour hours hr hrs", DAY / 24],
  ["day days", DAY],
  ["night nights", DAY],
  ["week weeks", 7],
  ["fortnight fortnights", 14],
  ["month months", 365.25 / 12],
  ["quarter quarters", 365.25 / 4],
  ["year years annum", 365.25],
  ["decade decades", 3652.5],
  ["century centuries", 36525],
] as const)
  for (const name of words.split(" ")) TIME_UNITS.set(name, days);

/** The length in days of the time unit that `word` names, or null. */
export function timeUnit(word: string): number | null {
  return TIME_UNITS.get(word) ?? null;
}
