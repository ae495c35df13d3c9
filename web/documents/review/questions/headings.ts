import type { DocumentText, Item } from "../../../../src/modules/documents/contract.ts";

export type Heading = { line: number; title: string; level: number };

/** The headings over a line, outermost first; their numbers stand with them. */
export function headingsOver(outline: DocumentText["outline"]): (line: number | null) => Heading[] {
  const headings = outline.filter(({ kind }) => kind === "heading");
  return (line) => {
    if (line === null) return [];
    const over: Heading[] = [];
    for (const heading of headings) {
      if (heading.line > line) break;
      while ((over.at(-1)?.level ?? -1) >= heading.level) over.pop();
      const title = [heading.number && `${heading.number}.`.replace("..", "."), heading.title].filter(Boolean).join(" ");
      over.push({ line: heading.line, title, level: heading.level });
    }
    return over;
  };
}

export type Section = { heading: Heading | undefined; items: Item[] };

/** Items by the heading that `read` picks, in the order given. */
export function sections(
  items: readonly Item[],
  outline: DocumentText["outline"],
  read: (over: Heading[]) => Heading | undefined,
): Section[] {
  const over = headingsOver(outline);
  const found = new Map<number, Section>();
  for (const item of items) {
    const heading = read(over(item.line));
    const section = found.get(heading?.line ?? 0) ?? { heading, items: [] };
    section.items.push(item);
    found.set(heading?.line ?? 0, section);
  }
  return [...found.values()];
}

/** Cuts a list into parts of nearly equal length, none longer than `most`. */
export function screens<T>(list: readonly T[], most: number): T[][] {
  if (list.length === 0) return [];
  const size = Math.ceil(list.length / Math.ceil(list.length / most));
  return Array.from({ length: Math.ceil(list.length / size) }, (_, part) => list.slice(part * size, (part + 1) * size));
}
