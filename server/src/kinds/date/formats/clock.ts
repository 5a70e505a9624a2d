/**
 * Clock times: "3:40 a.m.", "17:40", "6 pm", "noon", "twenty to four", "half past six", "ten o'clock".
 */
import { at, type Core, type CoreParser, dayless, type Scan, word } from "../grammar.ts";
import { wordsAt } from "./number.ts";

const TIME_LEADS =
  /^(at|by|before|until|till|after|around|about|from|of|to|since|,|\(|-|and|between|shortly|just)$/;

/** Gives 0 for a.m., 1 for p.m. and where it ends. */
function meridiem(scan: Scan, i: number): { pm: boolean; next: number } | null {
  const first = word(scan, i);
  if (first === "am" || first === "pm") return { pm: first === "pm", next: i + 1 };
  if ((first !== "a" && first !== "p") || word(scan, i + 1) !== "." || word(scan, i + 2) !== "m") return null;
  return { pm: first === "p", next: word(scan, i + 3) === "." ? i + 4 : i + 3 };
}

/** "in the morning", "in the afternoon", "at night" after a time. */
function dayPart(scan: Scan, i: number): { pm: boolean; next: number } | null {
  const k =
    word(scan, i) === "in" && word(scan, i + 1) === "the" ? i + 2 : word(scan, i) === "at" ? i + 1 : -1;
  if (k < 0) return null;
  const part = word(scan, k);
  if (part === "morning") return { pm: false, next: k + 1 };
  return part === "afternoon" || part === "evening" || part === "night" ? { pm: true, next: k + 1 } : null;
}

function timed(next: number, hour: number, minute: number, half: { pm: boolean } | null): Core | null {
  if (hour > 24 || minute > 59 || (half !== null && hour > 12)) return null;
  const h = half === null ? hour : (hour % 12) + (half.pm ? 12 : 0);
  return dayless(next, "time", { time: h * 60 + minute });
}

/** "17:40", "3:40 a.m.", "12:40 p.m.", "18.30 pm". */
const digital: CoreParser = (scan, i) => {
  const hour = at(scan, i);
  const minute = at(scan, i + 2);
  if (hour.kind !== "number" || hour.lower.length > 2 || hour.suffix !== "") return null;
  if (!hour.gap && i > 0 && !"(\"'-–“".includes(word(scan, i - 1))) return null;
  const mark = word(scan, i + 1);
  if ((mark !== ":" && mark !== ".") || at(scan, i + 1).gap || minute.gap || minute.lower.length !== 2)
    return null;
  const glued = minute.suffix === "am" || minute.suffix === "pm";
  if (minute.suffix !== "" && !glued && minute.suffix !== "h") return null;
  const half = glued
    ? { pm: minute.suffix === "pm", next: i + 3 }
    : (meridiem(scan, i + 3) ?? dayPart(scan, i + 3));
  const seconds = at(scan, i + 4);
  if (word(scan, i + 3) === ":" && !at(scan, i + 3).gap && seconds.kind === "number") return null;
  const believed =
    half !== null || (mark === ":" && (hour.lower.length === 2 || TIME_LEADS.test(word(scan, i - 1))));
  return believed ? timed(half?.next ?? i + 3, hour.value, minute.value, half) : null;
};

/** Words after which "eight in the evening" is a time. */
const TOLD_AT = /^(?:at|by|before|until|till|after|from|to|around|about|since)$/;

/** "6 pm", "6pm", "10 a.m.", "ten o'clock", "until eight in the evening". */
const hourOnly: CoreParser = (scan, i) => {
  const lexeme = at(scan, i);
  if (lexeme.kind === "number" && lexeme.lower.length <= 2 && /^(am|pm)$/.test(lexeme.suffix)) {
    return lexeme.value >= 1 ? timed(i + 1, lexeme.value, 0, { pm: lexeme.suffix === "pm" }) : null;
  }
  const words =
    lexeme.kind === "number" && lexeme.suffix === ""
      ? { value: lexeme.value, next: i + 1 }
      : wordsAt(scan, i);
  if (words === null || !(words.value >= 1 && words.value <= 12)) return null;
  if (word(scan, i - 1) === "." && !lexeme.gap) return null;
  const half = meridiem(scan, words.next);
  if (
    half !== null &&
    at(scan, words.next).gap &&
    !(word(scan, words.next) === "am" && at(scan, half.next).kind === "word" && lexeme.kind === "word")
  ) {
    return timed(half.next, words.value, 0, half);
  }
  const daily = TOLD_AT.test(word(scan, i - 1)) ? dayPart(scan, words.next) : null;
  if (daily !== null) return timed(daily.next, words.value, 0, daily);
  if (
    word(scan, words.next) !== "o" ||
    word(scan, words.next + 1) !== "'" ||
    word(scan, words.next + 2) !== "clock"
  )
    return null;
  const part = dayPart(scan, words.next + 3);
  return timed(part?.next ?? words.next + 3, words.value, 0, part);
};

/** "twenty to four", "a quarter past nine", "half past six". */
const spoken: CoreParser = (scan, i) => {
  const a = word(scan, i) === "a" ? i + 1 : i;
  const named = word(scan, a) === "quarter" ? 15 : word(scan, a) === "half" ? 30 : -1;
  const minutes = named > 0 ? { value: named, next: a + 1 } : wordsAt(scan, a);
  if (minutes === null || minutes.value > 30 || minutes.value < 1) return null;
  const k = word(scan, minutes.next) === "minutes" ? minutes.next + 1 : minutes.next;
  const side = word(scan, k);
  if (side !== "to" && side !== "past") return null;
  const hour = wordsAt(scan, k + 1);
  if (hour === null || hour.value < 1 || hour.value > 12) return null;
  const half = dayPart(scan, hour.next) ?? meridiem(scan, hour.next);
  if (
    side === "to" &&
    half === null &&
    !/^(at|by|before|until|till|after|around|about)$/.test(word(scan, i - 1))
  )
    return null;
  if (side === "to" && (minutes.value % 5 !== 0 || at(scan, hour.next).term?.unit !== undefined)) return null;
  const total =
    (hour.value % 12) * 60 + (side === "to" ? -minutes.value : minutes.value) + (half?.pm ? 720 : 0);
  return dayless(half?.next ?? hour.next, "time", { time: (total + 1440) % 1440 });
};

const named: CoreParser = (scan, i) => {
  const text = word(scan, i);
  if (text === "noon" || text === "midday") return dayless(i + 1, "time", { time: 720 });
  return text === "midnight" ? dayless(i + 1, "time", { time: 0 }) : null;
};

export const clockParsers: readonly CoreParser[] = [digital, hourOnly, spoken, named];
