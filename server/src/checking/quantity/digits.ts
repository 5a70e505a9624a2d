/**
 * How one figure may have come from another by a slip of the hand: the digits stay, their order or the order of magnitude does
 * not. Knows two figures, not what they are about.
 */
import type { QuantityValue } from "../../kinds/types.ts";

/** "113,500" for "131,500": the same digits at the same order of magnitude, in another order. */
export function swapsDigits(claim: number, source: number): boolean {
  const digits = (value: number) => Math.abs(value).toFixed(DECIMALS);
  const [mine, theirs] = [digits(claim), digits(source)];
  if (mine === theirs || mine.length !== theirs.length) return false;
  return [...mine].sort().join("") === [...theirs].sort().join("");
}
/** As many as a figure of the press has. */
const DECIMALS = 3;

/** "21.9 billion" for "21.9 million": figures too particular for chance, at another order of magnitude. */
export function sameDigits(claim: QuantityValue, source: QuantityValue): boolean {
  const digits = (value: number | null) =>
    value === null || value === 0
      ? ""
      : value
          .toExponential(6)
          .split("e")[0]!
          .replace(/\.?0+$/, "");
  const mine = digits(claim.nominal);
  const scaled =
    claim.style.scale !== source.style.scale && claim.style.scale !== "" && source.style.scale !== "";
  if (claim.unit === null) return false;
  // "350 billion shillings" for "KES 350 million": one currency by two names, which the comparison knows.
  const sameUnit =
    claim.unit === source.unit || (claim.dimension === "money" && source.dimension === "money");
  if (!sameUnit && (!scaled || source.unit !== null)) return false;
  if (mine !== digits(source.nominal) || digits(claim.min) !== digits(source.min)) return false;
  return mine.length > 2 || (claim.style.scale !== source.style.scale && source.style.scale !== "");
}
