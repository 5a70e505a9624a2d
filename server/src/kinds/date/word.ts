/**
 * Words for dates: plain ones for messages, and corrections in the draft's own style.
 */
export { correctDate } from "./correct.ts";
export { wordDate } from "./plain.ts";
