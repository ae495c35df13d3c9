import type { DefaultTreeAdapterTypes } from "parse5";

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;

export function elementOf(node: Node): Element | undefined {
  return "tagName" in node ? node : undefined;
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((candidate) => candidate.name === name)?.value;
}

/** The first element of that name, nearest to the root: one level after the other, without recursion. */
export function find(root: Element, name: string): Element | undefined {
  let level: Element[] = [root];
  while (level.length > 0) {
    const next: Element[] = [];
    for (const element of level) {
      if (element.tagName === name) return element;
      for (const node of element.childNodes) {
        const inner = elementOf(node);
        if (inner) next.push(inner);
      }
    }
    level = next;
  }
  return undefined;
}
