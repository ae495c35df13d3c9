import { forms, type Body, type Level } from "./lexicon.ts";
import type { Token } from "./scan.ts";
import type { EndedUnit, WorldUnit } from "./world.ts";

/** Where the bodies of an ask are. */
export type Place =
  | { is: "none" }
  | { is: "levels"; levels: Level[] }
  | { is: "all-levels" }
  | { is: "same-level" }
  /** `all`: said with "các", "mỗi"…; else "UBND huyện" is the one around the issuer, when the issuer is that low. */
  | { is: "forms"; forms: { form: string; level: Level | "city" }[]; levels: Level[]; all: boolean }
  | { is: "areas"; areas: (readonly WorldUnit[])[] };

/** One group of an expression: these bodies at that place. */
export type Ask =
  | { is: "bodies"; bodies: Body[]; place: Place; under: Body[] | null }
  | { is: "units"; units: readonly WorldUnit[]; owner: Body[]; place: Place }
  | { is: "ended"; units: readonly EndedUnit[] }
  | { is: "unclear"; text: string; outside: boolean };

/**
 * Puts tokens together into asks. A place said once at the end is shared by the bodies before it ("HĐND, UBND tỉnh"), and a
 * body said once at the beginning by the places after it ("MTTQ huyện A, B và C"). A new body after a place begins anew.
 */
export function group(tokens: readonly Token[]): Ask[] {
  const asks: Ask[] = [];
  let bodies: Body[] = [];
  let under: Body[] | null = null;
  let place: Place = { is: "none" };
  let named: { units: readonly WorldUnit[]; owner: Body[] } | null = null;
  let quantified = false;
  let separated = false;
  // "MTTQ huyện Lâm Sơn" where no such district is known: nobody, and certainly not every district.
  let lost = false;

  const flush = () => {
    if (named) asks.push({ is: "units", ...named, place });
    else if (place.is !== "none" || (bodies.length > 0 && !lost)) asks.push({ is: "bodies", bodies, place, under });
    [bodies, under, place, named, lost] = [[], null, { is: "none" }, null, false];
  };

  for (const [at, token] of tokens.entries()) {
    switch (token.is) {
      case "separator":
        separated = true;
        continue;
      case "quantifier":
        quantified = true;
        continue;
      case "organ":
        continue;
      case "below":
        if (bodies.length > 0) under = [];
        continue;
      case "body":
        if (under && !separated) under.push(...token.bodies);
        else if (named && !separated) named.owner.push(...token.bodies);
        else {
          if (named || place.is !== "none" || under) flush();
          bodies.push(...token.bodies);
        }
        break;
      case "units":
        flush();
        named = { units: token.units, owner: [] };
        break;
      case "ended":
        flush();
        asks.push({ is: "ended", units: token.units });
        break;
      case "outside":
      case "unknown":
        // "Ban Chỉ đạo phong trào …": the words after a kind of body say which one; they are matched with names later.
        if (token.is === "unknown" && isSteering(bodies.at(-1)) && place.is === "none" && !separated) {
          const last = bodies.pop();
          const [, name = "", level] = /^(.*?) ?(?:cấp (tỉnh|huyện|xã))?$/u.exec(token.text) ?? [];
          if (last) bodies.push({ ...last, ...(name === "" ? {} : { named: name }) });
          if (level) place = { is: "levels", levels: [levelCalled[level] ?? "commune"] };
        } else if (token.is === "unknown" && isForm(tokens[at - 1]) && tokens[at - 2]?.is !== "quantifier" && place.is === "forms") {
          const form = place.forms.at(-1)?.form ?? "";
          place = withoutLastForm(place);
          lost = true;
          asks.push({ is: "unclear", text: `${form} ${token.text}`, outside: false });
        } else {
          flush();
          asks.push({ is: "unclear", text: token.text, outside: token.is === "outside" });
        }
        break;
      default:
        // "chuyên viên theo dõi các huyện, thành phố": the list belongs to words that were not understood.
        if (isForm(token) && separated && asks.at(-1)?.is === "unclear" && endsWithForm(tokens[at - 2])) break;
        place = addPlace(place, token, { quantified, continues: separated });
    }
    separated = false;
    if (token.is !== "form") quantified = false;
  }
  flush();
  return asks;

  function addPlace(before: Place, token: Token, said: { quantified: boolean; continues: boolean }): Place {
    const next = placeOf(token, said.quantified);
    const merged = merge(before, next);
    if (merged) return merged;
    flush();
    return next;
  }
}

function withoutLastForm({ forms, ...rest }: Place & { is: "forms" }): Place {
  const others = forms.slice(0, -1);
  return others.length > 0 || rest.levels.length > 0 ? { ...rest, forms: others } : { is: "none" };
}

const levelCalled: Record<string, Level> = { tỉnh: "province", huyện: "district", xã: "commune" };
const isForm = (token: Token | undefined): boolean => token?.is === "form";
const formAtEnd = new RegExp(`(?:^| )(?:${forms.map(([pattern]) => pattern).join("|")})$`, "u");
const endsWithForm = (token: Token | undefined): boolean => token?.is === "unknown" && formAtEnd.test(token.text);

function placeOf(token: Token, all: boolean): Place {
  switch (token.is) {
    case "form":
      return { is: "forms", forms: [{ form: token.form, level: token.level }], levels: [], all };
    case "level":
      return { is: "levels", levels: [token.level] };
    case "areas":
      return { is: "areas", areas: [token.areas] };
    case "same-level":
      return { is: "same-level" };
    default:
      return { is: "all-levels" };
  }
}

/** Places said one after another; null when the second is a new one and not a continuation. */
function merge(before: Place, next: Place): Place | null {
  if (before.is === "none") return next;
  if (next.is === "all-levels" || before.is === "all-levels") return { is: "all-levels" };
  if (before.is === "areas" && next.is === "areas") return { is: "areas", areas: [...before.areas, ...next.areas] };
  if (before.is === "levels" && next.is === "levels") return { is: "levels", levels: [...before.levels, ...next.levels] };
  if (before.is === "forms" && next.is === "forms")
    return { ...before, forms: [...before.forms, ...next.forms], all: before.all || next.all };
  if (before.is === "forms" && next.is === "levels") return { ...before, levels: [...before.levels, ...next.levels] };
  if (before.is === "levels" && next.is === "forms") return { ...next, levels: [...before.levels, ...next.levels] };
  // "huyện Bình Giang": a form whose name the directory knows only by itself.
  if (before.is === "forms" && next.is === "areas" && before.forms.length === 1) return next;
  return null;
}

const isSteering = (body: Body | undefined): boolean =>
  body !== undefined && body.kinds !== "counterpart" && body.kinds.includes("steering-committee");
