/**
 * The trained models and their types. `npm run train` writes `weights.json`; see `scripts/train/README.md` for what they
 * cost and bring.
 */
import type { Model } from "../model.ts";
import data from "./weights.json" with { type: "json" };

export interface Models {
  /** How likely a pair speaks of one fact. */
  readonly align: { readonly quantity: Model; readonly date: Model; readonly predicate: Model };
  /** How likely it still does beside its rivals and the claims around. */
  readonly assign: { readonly quantity: Model; readonly date: Model };
  /** How likely a judged claim is contradicted. */
  readonly contradict: { readonly quantity: Model; readonly date: Model; readonly predicate: Model };
  /** How likely a judged claim is supported. */
  readonly support: { readonly quantity: Model; readonly date: Model; readonly predicate: Model };
}

export const models = data as unknown as Models;
