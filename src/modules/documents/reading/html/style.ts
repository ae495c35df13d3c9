import { attribute, type Element, elementOf, find } from "./nodes.ts";

/** The little of CSS that changes which letters a reader sees. */
export type Look = {
  font: string | undefined;
  hidden: boolean | undefined;
  capitals: boolean | undefined;
  preserved: boolean | undefined;
  listType: string | undefined;
  mso: string;
};

/** Declarations by "tag", ".class" or "tag.class". */
export type Sheet = ReadonlyMap<string, string>;

/** Style sheets in the page itself; Word writes the fonts of its styles there. Only the simplest selectors. */
export function readSheet(root: Element | undefined): Sheet {
  const sheet = new Map<string, string>();
  const head = root && find(root, "head");
  for (const node of head?.childNodes ?? []) {
    const element = elementOf(node);
    if (element?.tagName !== "style") continue;
    const css = element.childNodes
      .map((text) => ("value" in text ? text.value : ""))
      .join("")
      .slice(0, 500_000);
    for (const rule of css.replace(/\/\*.*?\*\/|<!--|-->/gs, "").split("}")) {
      const open = rule.lastIndexOf("{");
      if (open < 0) continue;
      const declarations = rule.slice(open + 1);
      for (const selector of rule.slice(rule.slice(0, open).lastIndexOf("{") + 1, open).split(",")) {
        const name = selector.trim().toLowerCase();
        if (/^[a-z0-9]*(\.[\w-]+)?$/.test(name) && name !== "") sheet.set(name, `${sheet.get(name) ?? ""};${declarations}`);
      }
    }
  }
  return sheet;
}

export function lookOf(element: Element, sheet: Sheet): Look {
  const classes = (attribute(element, "class") ?? "").toLowerCase().split(/\s+/).filter(Boolean).slice(0, 20);
  const selectors = [element.tagName, ...classes.flatMap((name) => [`.${name}`, `${element.tagName}.${name}`])];
  const own = attribute(element, "style") ?? "";
  const declarations = [...selectors.map((selector) => sheet.get(selector) ?? ""), own].join(";").slice(0, 20_000);
  const value = (property: string): string | undefined => {
    const found = [...declarations.matchAll(new RegExp(`(?:^|[;\\s])${property}\\s*:\\s*([^;]+)`, "gi"))].at(-1);
    return found?.[1]?.trim();
  };
  const display = value("display");
  const transform = value("text-transform");
  const space = value("white-space");
  const face = element.tagName === "font" ? attribute(element, "face") : undefined;
  const hides =
    display === "none" || value("visibility") === "hidden" || value("mso-hide") === "all" || attribute(element, "hidden") !== undefined;
  return {
    font: firstFamily(value("font-family") ?? face),
    hidden: hides || undefined,
    capitals: transform === undefined ? undefined : transform === "uppercase",
    preserved: element.tagName === "pre" ? true : space === undefined ? undefined : space.startsWith("pre") || space.startsWith("break"),
    listType: value("list-style-type") ?? value("list-style"),
    mso: /mso-(list|element)/i.test(own) ? own.toLowerCase().replace(/\s+/g, "") : "",
  };
}

const firstFamily = (families: string | undefined): string | undefined =>
  families
    ?.split(",")[0]
    ?.trim()
    .replace(/^["']|["']$/g, "") || undefined;
