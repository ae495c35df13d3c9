import type { Text } from "../../../../kernel/language.ts";
import type { UnitId } from "../../../../kernel/ids.ts";
import { formatShortDate } from "../../../../kernel/time/index.ts";
import { isArea, type UnitKind } from "../../contract.ts";
import { group, type Ask, type Place } from "./ask.ts";
import { districtsEnded, levelNames, merged, type Body } from "./lexicon.ts";
import { say } from "./messages.ts";
import { areasOf, boundPlace, joinTexts, type Areas } from "./places.ts";
import { scan } from "./scan.ts";
import { wording } from "./wording.ts";
import { indexed, type Indexed, type World, type WorldUnit } from "./world.ts";

export type Found = {
  units: UnitId[];
  left: { unit: UnitId; why: Text }[];
  understood: Text | null;
  unclear: { piece: string; why: Text }[];
};

/** Makes a resolver for one issuer on one day; each expression then costs next to nothing. */
export function addressBook(world: World): (expression: string) => Found {
  const known = indexed(world);
  return (expression) => resolve(expression, known);
}

/**
 * Whom an expression means, relative to its issuer and on a day. Says what it understood, so that an editor can see a wrong
 * turn, and who was nearly meant. What it cannot read it does not guess: then `understood` is null, or the piece is unclear.
 */
function resolve(expression: string, world: Indexed): Found {
  // A clause in brackets explains; it names nobody further.
  const text = wording(expression.replace(/\([^)]*\)/g, " "));
  const answers = group(scan(text, world)).map((ask) => answer(ask, world));
  const units = [...new Set(answers.flatMap((one) => one.units))];
  const left = new Map<UnitId, Text>();
  for (const { unit, why } of answers.flatMap((one) => one.left)) if (!units.includes(unit) && !left.has(unit)) left.set(unit, why);
  const understood = answers.flatMap((one) => one.understood ?? []);
  const unclear = answers.flatMap((one) => one.unclear);
  return {
    units,
    left: [...left].map(([unit, why]) => ({ unit, why })),
    understood:
      understood.length === 0 ? null : { vi: understood.map(({ vi }) => vi).join("; "), en: understood.map(({ en }) => en).join("; ") },
    unclear: answers.length === 0 ? [{ piece: expression, why: say("nothing") }] : unclear,
  };
}

type Answer = { units: UnitId[]; left: { unit: UnitId; why: Text }[]; understood: Text | null; unclear: { piece: string; why: Text }[] };
const nobody: Answer = { units: [], left: [], understood: null, unclear: [] };

function answer(ask: Ask, world: Indexed): Answer {
  switch (ask.is) {
    case "bodies":
      return bodiesAt(ask, world);
    case "units":
      return namedUnits(ask, world);
    case "ended":
      return endedUnits(ask, world);
    default:
      return unclearPiece(ask, world);
  }
}

/** A piece that names nobody: a body that was merged away, people, or words that the rules do not know. */
function unclearPiece({ text, outside }: Ask & { is: "unclear" }, world: Indexed): Answer {
  if (outside) return { ...nobody, unclear: [{ piece: text, why: say("outside") }] };
  const gone = merged.find(({ was }) => text === was || text.startsWith(`${was} `));
  const successors = gone ? (world.bodiesByName.get(gone.now) ?? []).filter((unit) => unit.areaId === world.area?.id) : [];
  if (gone && successors.length > 0)
    return {
      ...nobody,
      left: successors.map((unit) => ({ unit: unit.id, why: say("mergedInto", { name: text, successor: unit.name }) })),
      understood: say("mergedAway", { name: text }),
    };
  return { ...nobody, unclear: [{ piece: text, why: say("unknown") }] };
}

function endedUnits({ units }: Ask & { is: "ended" }, world: Indexed): Answer {
  const answers = units.map((unit) => {
    const day = formatShortDate(unit.lastDay);
    const left = unit.successors.flatMap((id) => {
      const successor = world.byId.get(id);
      return successor ? [{ unit: id, why: say("successor", { name: unit.name, day, successor: successor.name }) }] : [];
    });
    return { left, understood: say("endedOn", { name: unit.name, day }) };
  });
  return { ...nobody, left: answers.flatMap((one) => one.left), understood: answers[0]?.understood ?? null };
}

function namedUnits({ units, owner, place }: Ask & { is: "units" }, world: Indexed): Answer {
  const owners =
    owner.length > 0
      ? new Set(bodiesAt({ is: "bodies", bodies: owner.map((body) => ({ ...body, placeless: "own" })), place, under: null }, world).units)
      : null;
  // "Ban Chỉ đạo … cấp xã": of that name, all those of the level that is said, and no other.
  if (!owners && place.is === "levels") {
    const there = units.filter((unit) => place.levels.includes(world.levelOf(unit)));
    const name = units[0]?.name ?? "";
    if (there.length > 0) return { ...nobody, units: there.map(({ id }) => id), understood: { vi: name, en: name } };
    const level = joinTexts(place.levels.map((each) => levelNames[each])) ?? levelNames[world.level];
    const left = units.map((unit) => ({ unit: unit.id, why: say("otherLevel", { name: unit.name, level }) }));
    return { ...nobody, left, unclear: [{ piece: `${name} ${level.vi}`, why: say("unknown") }] };
  }
  const chosen = nearest(owners ? units.filter((unit) => unit.parentId !== null && owners.has(unit.parentId)) : units, world);
  const [first] = chosen;
  if (!first) return { ...nobody, unclear: [{ piece: units[0]?.name ?? "", why: say("notThere") }] };
  if (chosen.length > 1)
    return {
      ...nobody,
      left: chosen.map((unit) => ({ unit: unit.id, why: say("several", { name: first.name, parent: unit.parentName ?? "" }) })),
      unclear: [{ piece: first.name, why: say("ambiguous") }],
    };
  const parent = first.parentName === null ? "" : ` (${first.parentName})`;
  return { ...nobody, units: [first.id], understood: { vi: `${first.name}${parent}`, en: `${first.name}${parent}` } };
}

/** Of several bodies of one name: the issuer's own parts, then those in its area, then those above, then those below. */
function nearest(units: readonly WorldUnit[], world: Indexed): readonly WorldUnit[] {
  const { issuer, area, above } = world;
  const circles: ((unit: WorldUnit) => boolean)[] = [
    (unit) => unit.id === issuer.id,
    (unit) => unit.parentId === issuer.id,
    (unit) => unit.parentId === issuer.parentId,
    (unit) => unit.areaId === area?.id,
    (unit) => above.some(({ id }) => id === unit.areaId),
  ];
  for (const within of circles) {
    const here = units.filter(within);
    if (here.length > 0) return here;
  }
  return units;
}

/** Bodies of kinds at places: the heart of it. */
function bodiesAt(ask: Ask & { is: "bodies" }, world: Indexed): Answer {
  const wanted =
    ask.bodies.length > 0 ? ask.bodies : [{ label: counterpartLabel(world), kinds: "counterpart" as const, placeless: "below" as const }];
  const parts = wanted.map((body) => (ask.under ? subordinates(body, ask.under, world) : bodyAt(body, ask.place, world)));
  return {
    units: parts.flatMap(({ units }) => units),
    left: parts.flatMap(({ left }) => left),
    understood: joinTexts(parts.flatMap(({ understood }) => understood ?? [])),
    unclear: parts.flatMap(({ unclear }) => unclear),
  };
}

/** "đảng ủy trực thuộc Huyện ủy": bodies that a relation or the tree puts under the superior. */
function subordinates(body: Body, under: readonly Body[], world: Indexed): Answer {
  // "Cấp ủy trực thuộc" with no superior named: of the issuer itself, or of the body of that kind at the issuer's level.
  const heads = under.length > 0 ? under : [{ ...body, placeless: "own" as const }];
  const superiors = new Set([
    ...heads.flatMap((superior) => bodyAt(superior, { is: "none" }, world).units),
    ...(under.length > 0 ? [] : [world.issuer.id]),
  ]);
  const linked = new Set(world.superiors.filter(({ superiorId }) => superiors.has(superiorId)).map(({ unitId }) => unitId));
  const kinds = kindsOf(body, world);
  const units = world.units.filter(
    (unit) =>
      kinds.includes(unit.kind) &&
      !superiors.has(unit.id) &&
      (linked.has(unit.id) || (unit.parentId !== null && superiors.has(unit.parentId))),
  );
  const understood = say("under", { body: body.label });
  return {
    ...nobody,
    units: units.map(({ id }) => id),
    understood,
    unclear: units.length > 0 ? [] : [{ piece: understood.vi, why: say("noneUnder") }],
  };
}

function bodyAt(body: Body, place: Place, world: Indexed): Answer {
  const areas = areasOf(boundPlace(body, place, world), world);
  if (areas.none) return abolished(body, areas, world);
  const label = body.kinds === "counterpart" ? counterpartLabel(world) : body.label;
  const kinds = kindsOf(body, world);
  const answers = areas.areas.map((area) => inArea(body, kinds, area, world));
  const missed = areas.others.flatMap(({ area, why }) => inArea(body, kinds, area, world).units.map((unit) => ({ unit, why })));
  return {
    units: answers.flatMap(({ units }) => units),
    left: [...answers.flatMap(({ left }) => left), ...missed],
    understood: { vi: `${label.vi} – ${areas.words.vi}`, en: `${label.en} – ${areas.words.en}` },
    unclear: areas.unclear,
  };
}

/** Nobody is left at that level: since July 2025 there are no districts. What took over is offered, not taken. */
function abolished(body: Body, areas: Areas, world: Indexed): Answer {
  const level = areas.none ?? world.level;
  if (level !== "district" || world.asOf < districtsEnded)
    return {
      ...nobody,
      understood: { vi: `${body.label.vi} – ${areas.words.vi}`, en: `${body.label.en} – ${areas.words.en}` },
      unclear: [{ piece: areas.words.vi, why: say("noSuchLevel", { level: levelNames[level] }) }],
    };
  const successors = bodyAt({ ...body, bound: undefined }, { is: "levels", levels: ["commune"] }, world);
  return {
    ...nobody,
    left: successors.units.map((unit) => ({ unit, why: say("districtSuccessor") })),
    understood: say("noDistricts", { body: body.label }),
  };
}

function inArea(body: Body, kinds: readonly UnitKind[], area: WorldUnit, world: Indexed): Answer {
  const there = world.bodiesAt(area.id);
  const units = there.filter((unit) => kinds.includes(unit.kind) && (body.named === undefined || world.said(unit).includes(body.named)));
  const near = body.near
    ? there.filter((unit) => body.near?.kinds.includes(unit.kind)).map((unit) => ({ unit: unit.id, why: body.near?.why ?? say("nothing") }))
    : [];
  if (units.length > 0) return { ...nobody, units: units.map(({ id }) => id), left: near };
  // A village has few bodies of its own: what is asked of "mỗi khu dân cư" is asked of the area itself.
  if (body.kinds === "counterpart" && (area.kind === "residential-area" || isArea(world.issuer.kind)))
    return { ...nobody, units: [area.id], left: near };
  return { ...nobody, left: [...near, { unit: area.id, why: say("noBody", { body: body.label, area: area.name }) }] };
}

/** The kinds that a body stands for; "counterpart" is of the issuer's own kind, or of the body whose part it is. */
function kindsOf(body: Body, world: Indexed): readonly UnitKind[] {
  if (body.kinds !== "counterpart") return body.kinds;
  let issuer: WorldUnit | undefined = world.issuer;
  while (issuer && ["board", "office", "steering-committee"].includes(issuer.kind))
    issuer = issuer.parentId === null ? undefined : world.byId.get(issuer.parentId);
  const kind = issuer?.kind ?? world.issuer.kind;
  return ["peoples-council", "department", "armed-force", "other-body"].includes(kind) || isArea(kind) ? ["peoples-committee"] : [kind];
}

function counterpartLabel(world: Indexed): Text {
  const [kind] = kindsOf({ label: say("nothing"), kinds: "counterpart" }, world);
  return say("counterpart", { kind: kind ?? world.issuer.kind });
}
