/**
 * How one date may have come from another by a slip: all but one component stays, or the number stays and the unit does not.
 * Named numbers for deciding; what they are worth the models say.
 */
import { anchorOf, turningDay } from "../../kinds/date/anchors.ts";
import { civilOf, weekdayOfSerial } from "../../kinds/date/calendar.ts";
import { weekdayIn } from "../../kinds/date/compare-weekdays.ts";
import type { DateValue } from "../../kinds/types.ts";
import type { Features } from "../model.ts";

/** What the words of a date tell, by component; undefined where they do not. */
interface Components {
  readonly year: number | undefined;
  readonly month: number | undefined;
  readonly day: number | undefined;
  readonly weekday: number | undefined;
}

/** The components that one bound or single date tells; those of its first day for a span. */
function componentsOf(value: DateValue): Components {
  const anchor = anchorOf(value);
  const { stated } = value;
  if (anchor === null) return { year: undefined, month: undefined, day: undefined, weekday: undefined };
  const exclusive = anchor.exclusive ? (anchor.side === "upper" ? 1 : -1) : 0;
  const serial = (anchor.range ? anchor.from : turningDay(anchor)) + exclusive;
  const { year, month, day } = civilOf(serial);
  const written = stated.weekday ? weekdayIn(value.text) || weekdayOfSerial(serial) : 0;
  return {
    year: stated.year ? year : undefined,
    month: stated.month ? month : undefined,
    day: stated.day ? day : undefined,
    weekday: written > 0 ? written : undefined,
  };
}

const NAMES = ["year", "month", "day", "weekday"] as const;

/**
 * `onlyYear` … `onlyWeekday`: both tell that component and differ in it, and agree in all others that both tell. `told`: how
 * many components both tell, of four. `alike`: one grain, one bound, and both spans or neither. `sameCount`: one number of
 * different units ("a month", "a year"), `sameNumber` one that is no chance ("52 weeks", "52 days").
 */
export function slipsBetween(claim: DateValue, source: DateValue): Features {
  const [mine, theirs] = [componentsOf(claim), componentsOf(source)];
  const both = NAMES.filter((name) => mine[name] !== undefined && theirs[name] !== undefined);
  const differing = both.filter((name) => mine[name] !== theirs[name]);
  const only = (name: (typeof NAMES)[number]) => (differing.length === 1 && differing[0] === name ? 1 : 0);
  return {
    onlyYear: only("year"),
    onlyMonth: only("month"),
    onlyDay: only("day"),
    // A day that moves takes its weekday with it.
    onlyWeekday: only("weekday"),
    dayAndWeekday: differing.join() === "day,weekday" ? 1 : 0,
    told: both.length / NAMES.length,
    alike: isAlike(claim, source) ? 1 : 0,
    sameCount: isSameCount(claim, source) ? 1 : 0,
    sameNumber: isSameCount(claim, source) && countOf(claim) >= MANY ? 1 : 0,
  };
}

function isAlike(claim: DateValue, source: DateValue): boolean {
  const [mine, theirs] = [anchorOf(claim), anchorOf(source)];
  return claim.grain === source.grain && claim.bound === source.bound && mine?.range === theirs?.range;
}

/** Numbers from this on are rarely the same by chance. */
const MANY = 3;

function countOf({ duration }: DateValue): number {
  return duration?.max ?? duration?.min ?? 0;
}

function isSameCount(claim: DateValue, source: DateValue): boolean {
  const [mine, theirs] = [claim.duration?.unit, source.duration?.unit];
  if (!mine || !theirs || mine === theirs) return false;
  return countOf(claim) === countOf(source) && claim.anchored === source.anchored;
}
