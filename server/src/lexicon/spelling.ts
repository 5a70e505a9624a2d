/**
 * British spellings led to the American ones that the lemmatiser and the data use, and the stem of an unknown word.
 * Knows no vocabulary: the caller says which words exist.
 */

const RULES: readonly (readonly [RegExp, string])[] = [
  [/is(e|er|ed|ing|ation|ational|able)$/, "iz$1"],
  [/ys(e|er|ed|ing)$/, "yz$1"],
  [/([bdlnprv])our/, "$1or"],
  [/programme/, "program"],
  [/([bt])re$/, "$1er"],
  [/(ef|ff|et)ence$/, "$1ense"],
  [/ogue$/, "og"],
  [/ll(ed|ing|er)$/, "l$1"],
  [/ae(di|mi|th|st)/, "e$1"],
  [/cheque/, "check"],
  [/([^aeiou])yre$/, "$1ire"],
  [/licence/, "license"],
  [/grey/, "gray"],
  [/plough/, "plow"],
  [/enrol$/, "enroll"],
  [/fulfil$/, "fulfill"],
  [/judgement/, "judgment"],
];

/** Nearly every word of American spelling fails this and needs no rule tried. */
const HINT =
  /is[eia]|ys[ei]|our|gramme|[bt]re$|yre$|ence$|ogue$|ll[ei]|ae|cheque|licence|grey|plough|rol$|fil$|judgement/;

/** The American spelling of `lemma` if one exists among the words that `known` accepts, else null. */
export function american(lemma: string, known: (word: string) => boolean): string | null {
  if (lemma.length > 40 || !HINT.test(lemma)) return null;
  for (const [pattern, replacement] of RULES) {
    const candidate = lemma.replace(pattern, replacement);
    if (candidate !== lemma && known(candidate)) return candidate;
  }
  return null;
}

const ENDINGS =
  /(?:isations?|izations?|ations?|itions?|ments?|ances?|ences?|ings?|ness|ities|ity|ions?|ers?|ors?|als?|ed|es|ly|ive|able|s|e|y)$/;

/** What is left of a word without its ending; at least four letters remain. Two unknown words with one stem count as one. */
export function stem(word: string): string {
  if (word.length < 6 || word.length > 40) return word;
  const cut = word.replace(ENDINGS, "");
  return cut.length >= 4 ? cut : word;
}
