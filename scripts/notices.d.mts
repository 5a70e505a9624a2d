/** Outputs of the bundler's metafile, as far as they are looked at. */
export type Outputs = Readonly<Record<string, { readonly inputs?: Readonly<Record<string, unknown>> }>>;

/** The notices of other people's work in a bundle as one text; throws where a package has no text of its licence. */
export function notices(outputs: Outputs, root: string): string;
