/** "{kỳ}" and the like in titles. A title that has nothing left to say is dropped. */
export function filledTitles(titles: readonly string[], values: Readonly<Record<string, string>>): string[] {
  return titles
    .map((title) => title.replace(/\{([^{}]+)\}/g, (_whole, name: string) => values[name.trim()] ?? "").trim())
    .filter((title) => title !== "");
}

/** A column is as wide as its header's longest word and its kind of content need, unless the layout says. */
export const widthOf = (given: number | undefined, header: string): number =>
  given ?? Math.min(40, Math.max(12, ...header.split(/\s+/).map((word) => word.length + 2)));
