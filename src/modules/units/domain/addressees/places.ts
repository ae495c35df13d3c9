import type { Text } from "../../../../kernel/language.ts";
import { isArea } from "../../contract.ts";
import type { Place } from "./ask.ts";
import { levelNames, type Body, type Level } from "./lexicon.ts";
import { say } from "./messages.ts";
import { formOf, type Indexed, type WorldUnit } from "./world.ts";

/** Where a body is looked for when the text says nothing of its own, or what it says cannot be this body's. */
export function boundPlace(body: Body, place: Place, world: Indexed): Place {
  if (body.bound && place.is !== "areas") return { is: "levels", levels: [body.bound] };
  if (place.is !== "none") return place;
  if (body.placeless === "all") return { is: "all-levels" };
  if (body.placeless === "below") return { is: "levels", levels: [levelBelow(world)] };
  return { is: "same-level" };
}

const order: readonly Level[] = ["country", "province", "district", "commune", "residential-area"];
const depth = (level: Level): number => order.indexOf(level);

/** The next level below the issuer's that has areas on the day. */
function levelBelow(world: Indexed): Level {
  return order.slice(depth(world.level) + 1).find((level) => areasAtLevel(level, world).length > 0) ?? "residential-area";
}

function areasAtLevel(level: Level, world: Indexed): WorldUnit[] {
  const { area } = world;
  if (!area) return [];
  if (depth(level) < depth(world.level)) return world.above.filter(({ kind }) => kind === level);
  return world.units.filter((unit) => unit.kind === level && unit.lo >= area.lo && unit.hi <= area.hi);
}

export type Areas = {
  areas: WorldUnit[];
  others: { area: WorldUnit; why: Text }[];
  words: Text;
  none: Level | null;
  unclear: { piece: string; why: Text }[];
};

export function areasOf(place: Place, world: Indexed): Areas {
  const own = world.area ? [world.area] : [];
  const plain = { others: [], none: null, unclear: [] };
  switch (place.is) {
    case "none":
    case "same-level":
      return { ...plain, areas: own, words: ownWords(world) };
    case "all-levels": {
      const areas = order.slice(depth(world.level), depth("residential-area")).flatMap((level) => areasAtLevel(level, world));
      return { ...plain, areas, words: say("allLevels") };
    }
    case "levels": {
      const areas = place.levels.flatMap((level) => areasAtLevel(level, world));
      const words = joinTexts(place.levels.map((level) => levelNames[level])) ?? say("allLevels");
      return { ...plain, areas, words, none: areas.length === 0 ? (place.levels[0] ?? null) : null };
    }
    case "areas":
      return namedAreas(place.areas, world);
    default:
      return areasOfForms(place, world);
  }
}

function ownWords({ area, level }: Indexed): Text {
  return area ? { vi: area.name, en: area.name } : levelNames[level];
}

/** "các xã, phường": areas that bear one of the forms in their name; the others of those levels were nearly meant. */
function areasOfForms(place: Place & { is: "forms" }, world: Indexed): Areas {
  const levels = [...new Set([...place.forms.map(({ level }) => levelOfForm(level, place, world)), ...place.levels])];
  const words: Text = { vi: place.forms.map(({ form }) => form).join(", "), en: place.forms.map(({ form }) => form).join(", ") };
  if (place.levels.length > 0) {
    const answer = areasOf({ is: "levels", levels }, world);
    return answer;
  }
  const lowest = Math.max(...levels.map(depth));
  // "UBND huyện" in a district's plan is the district's own; "UBND tỉnh" the province around it.
  if (!place.all && lowest <= depth(world.level)) {
    const areas = levels.flatMap((level) => (level === world.level && world.area ? [world.area] : areasAtLevel(level, world)));
    return {
      areas,
      others: [],
      words: joinTexts(areas.map(({ name }) => ({ vi: name, en: name }))) ?? words,
      none: areas.length === 0 ? (levels[0] ?? null) : null,
      unclear: [],
    };
  }
  const there = levels.flatMap((level) => areasAtLevel(level, world));
  const wanted = new Set(place.forms.map(({ form }) => form));
  const areas = there.filter((area) => wanted.has(formOf(world.said(area))));
  const others = there
    .filter((area) => !areas.includes(area))
    .map((area) => ({ area, why: say("otherForm", { name: area.name, forms: words.vi }) }));
  return { areas, others, words: say("every", { forms: words.vi }), none: areas.length === 0 ? (levels[0] ?? null) : null, unclear: [] };
}

/** A "thành phố" beside huyện, quận, thị xã was a part of a province; beside tỉnh, or around the issuer, it is a province. */
function levelOfForm(level: Level | "city", place: Place & { is: "forms" }, world: Indexed): Level {
  if (level !== "city") return level;
  if (place.forms.some((form) => form.level === "province")) return "province";
  if (place.forms.some((form) => form.level === "district")) return "district";
  const around = [world.area, ...world.above].find((area) => area && formOf(world.said(area)) === "thành phố");
  return !place.all && around && isArea(around.kind) ? around.kind : "district";
}

/** Areas named one by one; those of the same level that are not named were not meant. */
function namedAreas(named: readonly (readonly WorldUnit[])[], world: Indexed): Areas {
  const levelOfList = named.find((candidates) => candidates.length === 1)?.[0]?.kind;
  const unclear: { piece: string; why: Text }[] = [];
  const areas = named.flatMap((candidates) => {
    const fitting = candidates.length === 1 ? candidates : candidates.filter(({ kind }) => kind === levelOfList);
    if (fitting.length === 1) return fitting;
    unclear.push({ piece: candidates[0]?.name ?? "", why: say("ambiguous") });
    return [];
  });
  const kinds = new Set(areas.map(({ kind }) => kind));
  const others = [...kinds].flatMap((kind) => (isArea(kind) ? areasAtLevel(kind, world) : [])).filter((area) => !areas.includes(area));
  return {
    areas,
    others: others.map((area) => ({ area, why: say("notNamed", { name: area.name }) })),
    words: joinTexts(areas.map(({ name }) => ({ vi: name, en: name }))) ?? say("nothing"),
    none: null,
    unclear,
  };
}

export function joinTexts(texts: readonly Text[]): Text | null {
  if (texts.length === 0) return null;
  const once = (language: "vi" | "en") => [...new Set(texts.map((text) => text[language]))].join(", ");
  return { vi: once("vi"), en: once("en") };
}
