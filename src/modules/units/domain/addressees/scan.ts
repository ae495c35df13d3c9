import { bodies, forms, levels, organs, outside, quantifiers, type Body, type Level } from "./lexicon.ts";
import { properName, type EndedUnit, type Indexed, type WorldUnit } from "./world.ts";

export type Token =
  | { is: "separator" }
  | { is: "quantifier" }
  | { is: "organ" }
  | { is: "body"; bodies: Body[] }
  | { is: "form"; form: string; level: Level | "city" }
  | { is: "level"; level: Level }
  | { is: "all-levels" }
  | { is: "same-level" }
  | { is: "below" }
  | { is: "areas"; areas: readonly WorldUnit[] }
  | { is: "units"; units: readonly WorldUnit[] }
  | { is: "ended"; units: readonly EndedUnit[] }
  | { is: "outside"; text: string }
  | { is: "unknown"; text: string };

type Rule = { pattern: RegExp; token: (text: string) => Token };

const rule = (pattern: string, token: Rule["token"]): Rule => ({
  pattern: new RegExp(String.raw`(?:${pattern})(?![\p{L}\p{N}])`, "uy"),
  token,
});

const rules: Rule[] = [
  { pattern: /[,;/&+]|(?:và|cùng với|cùng|với|hoặc)(?![\p{L}\p{N}])/uy, token: () => ({ is: "separator" }) },
  rule(quantifiers, () => ({ is: "quantifier" })),
  rule(organs, () => ({ is: "organ" })),
  ...bodies.map(([pattern, meant]) => rule(pattern, () => ({ is: "body", bodies: meant }))),
  ...forms.map(([pattern, level]) => rule(pattern, (form) => ({ is: "form", form, level }))),
  ...levels.map(([pattern, level]) => rule(pattern, () => ({ is: "level", level }))),
  rule("các cấp|từ (?:cấp )?tỉnh (?:đến|tới|xuống) (?:cấp )?(?:cơ sở|xã|thôn|khu dân cư)|trong (?:toàn )?(?:tỉnh|huyện|thành phố)", () => ({
    is: "all-levels",
  })),
  rule("cùng cấp", () => ({ is: "same-level" })),
  rule("trực thuộc|thuộc", () => ({ is: "below" })),
  rule(outside, (text) => ({ is: "outside", text })),
  // Words that carry no choice of their own.
  rule("trên địa bàn(?: tỉnh| huyện| thành phố| xã)?|trong (?:tỉnh|huyện)|đảng(?= |$)|của|tại|ở|thuộc phạm vi quản lý", () => ({
    is: "organ",
  })),
];

/** Longest name of the directory that begins here; a bare proper name ("Đồng Kinh") only when it fills its piece of a list. */
function nameAt(text: string, at: number, world: Indexed): { length: number; token: Token } | null {
  const rest = text.slice(at);
  let best: { length: number; token: Token } | null = null;
  // A name may hold "và" and commas itself ("Sở Văn hóa, Thể thao và Du lịch"), so ends are tried from far to near.
  for (let end = rest.length; end > 0; end = rest.lastIndexOf(" ", end - 1)) {
    const name = rest.slice(0, end).replace(/[,;]$/, "");
    const bodiesThere = world.bodiesByName.get(name);
    const areasThere = world.areasByName.get(name);
    const gone = world.endedByName.get(name);
    if (areasThere && name !== properName(name)) best = { length: name.length, token: { is: "areas", areas: areasThere } };
    else if (bodiesThere) best = { length: name.length, token: { is: "units", units: bodiesThere } };
    else if (gone) best = { length: name.length, token: { is: "ended", units: gone } };
    if (best) return best;
  }
  return null;
}

/** A proper name alone, up to the next comma or "và". */
function properNameAt(text: string, at: number, world: Indexed): { length: number; token: Token } | null {
  const piece = /^[^,;]+?(?=,|;| và |$)/u.exec(text.slice(at))?.[0] ?? "";
  const areas = world.areasByProperName.get(piece);
  return areas ? { length: piece.length, token: { is: "areas", areas } } : null;
}

/** Cuts an expression (already in the spelling of `wording`) into tokens; at each place the longest reading wins. */
export function scan(text: string, world: Indexed): Token[] {
  const tokens: Token[] = [];
  let unknown = "";
  const close = () => {
    if (unknown.trim() !== "") tokens.push({ is: "unknown", text: unknown.trim() });
    unknown = "";
  };
  for (let at = 0; at < text.length;) {
    if (text[at] === " ") {
      unknown += unknown === "" ? "" : " ";
      at += 1;
      continue;
    }
    const found = longest(text, at, world) ?? (unknown === "" ? properNameAt(text, at, world) : null);
    if (found && (unknown === "" || found.token.is === "separator" || found.token.is === "units")) {
      close();
      tokens.push(found.token);
      at += found.length;
    } else {
      const word = /^\S+?(?=[\s,;]|$)/u.exec(text.slice(at))?.[0] ?? text.slice(at, at + 1);
      unknown += word;
      at += word.length;
    }
  }
  close();
  return tokens;
}

function longest(text: string, at: number, world: Indexed): { length: number; token: Token } | null {
  let best = nameAt(text, at, world);
  for (const { pattern, token } of rules) {
    pattern.lastIndex = at;
    const length = pattern.exec(text)?.[0].length ?? 0;
    // At the same length a kind of body wins over one body that happens to be called so: "Công an các xã" is not Công an tỉnh.
    const said = length > 0 ? token(text.slice(at, at + length)) : null;
    if (said && (length > (best?.length ?? 0) || (length === best?.length && best.token.is === "units" && said.is === "body")))
      best = { length, token: said };
  }
  return best;
}
