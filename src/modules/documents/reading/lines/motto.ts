import { fold } from "../../../../kernel/text.ts";

const motto = "(cong hoa xa hoi chu nghia|dang cong san) viet nam";

/** The national title, or the Party's name in its place: what every official letterhead has, and nothing else begins with. */
export function hasMotto(text: string): boolean {
  return new RegExp(motto).test(fold(text));
}

export function beginsWithMotto(text: string): boolean {
  return new RegExp(`^${motto}`).test(fold(text));
}
