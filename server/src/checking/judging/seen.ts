/**
 * All that a decision model sees of a judged claim: the claim's own features, those of the pairs that disagree and agree,
 * and how the first of these differs. They are some three hundred, so they are looked up and never put together but for
 * training and explaining.
 */
import type { Span } from "../../text/types.ts";
import { featuresOf } from "../alignment/values.ts";
import { keptFor } from "../kept.ts";
import { type Features, type Model, predictValues } from "../model.ts";
import { DECIDING } from "./deciding-features.ts";
import type { Judgement, ScoredPair } from "./value-rule.ts";

/** What is seen of a judgement. */
export type Seen = Pick<Judgement<Span>, "conflict" | "agree" | "features">;

/** How likely the model thinks it of a judged claim, 0 to 1. A model is asked about judgements of one kind only. */
export function predictJudged(model: Model, { conflict, agree, features }: Seen): number {
  const { own, disagreeing, agreeing, differences, rivalry } = planOf(model);
  const values = new Array<number>(model.features.length).fill(0);
  for (const { at, name } of own) values[at] = features[name] ?? 0;
  addPair(values, disagreeing, conflict);
  addPair(values, agreeing, agree);
  if (conflict) {
    for (const { at, name } of differences) values[at] = conflict.differences[name] ?? 0;
    if (conflict.rivalry) for (const { at, name } of rivalry) values[at] = conflict.rivalry[name] ?? 0;
  }
  return predictValues(model, values);
}

/** All that is seen, by name: "c." before what is of the pair that disagrees, "a." of the one that agrees. */
export function featuresSeen({ conflict, agree, features }: Seen): Features {
  return {
    ...features,
    ...deciding("c", conflict),
    ...deciding("a", agree),
    ...prefixed("d", conflict?.differences),
    ...prefixed("r", conflict?.rivalry),
  };
}

function deciding(prefix: string, pair: ScoredPair<Span> | null): Record<string, number> {
  const features = pair && featuresOf(pair);
  return Object.fromEntries(DECIDING.map((name) => [`${prefix}.${name}`, features?.[name] ?? ABSENT]));
}

function prefixed(prefix: string, features: Features | null | undefined): Record<string, number> {
  return Object.fromEntries(
    Object.entries(features ?? {}).map(([name, value]) => [`${prefix}.${name}`, value]),
  );
}

/** Of a pair that is not there, or that does not have the feature. */
const ABSENT = -1;

/** A feature of a model: its place among the model's, and its name where it is found. */
interface Place {
  readonly at: number;
  readonly name: string;
}

interface PairPlaces {
  readonly places: readonly Place[];
  /** In which part of a pair each is found, -1 for none; null before the first pair was seen. */
  parts: readonly number[] | null;
}

/** Where the features of a model are found. */
interface Plan {
  readonly own: readonly Place[];
  readonly disagreeing: PairPlaces;
  readonly agreeing: PairPlaces;
  readonly differences: readonly Place[];
  readonly rivalry: readonly Place[];
}

const planOf: (model: Model) => Plan = keptFor(({ features }) => {
  const all = features.map((name, at) => {
    const [, prefix = "", rest = name] = /^([cadr])\.(.*)$/.exec(name) ?? [];
    return { prefix, at, name: rest };
  });
  const of = (wanted: string) =>
    all.filter(({ prefix }) => prefix === wanted).map(({ at, name }) => ({ at, name }));
  return {
    own: of(""),
    disagreeing: { places: of("c"), parts: null },
    agreeing: { places: of("a"), parts: null },
    differences: of("d"),
    rivalry: of("r"),
  };
});

function addPair(values: number[], known: PairPlaces, pair: ScoredPair<Span> | null): void {
  const { places } = known;
  if (!pair) {
    for (const { at } of places) values[at] = ABSENT;
    return;
  }
  const { parts } = pair;
  known.parts ??= places.map(({ name }) => parts.findLastIndex((part) => name in part));
  for (let index = 0; index < places.length; index++) {
    const { at, name } = places[index]!;
    const part = known.parts[index]!;
    values[at] = part < 0 ? ABSENT : (parts[part]![name] ?? ABSENT);
  }
}
