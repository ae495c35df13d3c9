/** One message in both languages; the reader's language is chosen at the very end (server error handler, web). */
export type Text = { vi: string; en: string };
export type Language = keyof Text;

type Phrase = string | ((values: never) => string);
export type Phrases = Record<string, Phrase>;

/** The second language must have the same keys, and each phrase must take the same values. */
export type SamePhrases<V extends Phrases> = { [K in keyof V]: V[K] extends string ? string : V[K] };

type ValuesOf<P extends Phrase> = P extends (values: infer T) => string ? [values: T] : [];

/**
 * Binds a slice's Vietnamese and English phrases into one function: `say("codeTaken", { code })`.
 * Vietnamese is the type; a phrase missing in English does not compile.
 */
export function phrasebook<V extends Phrases>(vi: V, en: SamePhrases<V>) {
  return function say<K extends keyof V & string>(key: K, ...values: ValuesOf<V[K]>): Text {
    return { vi: render(vi[key], values), en: render(en[key] as Phrase, values) };
  };
}

function render(phrase: Phrase | undefined, values: unknown[]): string {
  if (typeof phrase === "function") return (phrase as (given: unknown) => string)(values[0]);
  return phrase ?? "";
}

/** "vi" unless the reader plainly prefers English: the interface is Vietnamese first. */
export function languageFrom(acceptLanguage: string | undefined): Language {
  const first = acceptLanguage?.split(",")[0]?.trim().toLowerCase() ?? "";
  return first.startsWith("en") ? "en" : "vi";
}
