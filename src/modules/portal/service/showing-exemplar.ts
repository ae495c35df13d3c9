import type { Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { ExemplarId, UnitId } from "../../../kernel/ids.ts";
import type { Text } from "../../../kernel/language.ts";
import type { Database } from "../../../platform/database/index.ts";
import { contentKeys, type ExemplarDetail } from "../../exemplars/contract.ts";
import { contentNames, getVisible, readExemplar } from "../../exemplars/index.ts";
import { ancestorsOf, unitsByIds } from "../../units/index.ts";
import type { Part } from "../contract.ts";
import { placeName } from "../domain/naming.ts";
import { publicFigure } from "../domain/people.ts";
import { tellsNumber } from "../domain/telling.ts";
import { say } from "../messages.ts";
import { mayPublish } from "../policy.ts";
import type { ShownExemplar } from "../shapes.ts";
import { countPictures, printedPerson, publicPictures } from "../store/sources.ts";
import type { Ask, Seen, Showing } from "./seen.ts";

/** The area that a page names: residential area and commune, never a house or a free text; the commune is the facet. */
async function placeOf(db: Database, unit: UnitId): Promise<{ name: string | null; communeId: UnitId | null; commune: string | null }> {
  const above = await ancestorsOf(db, unit);
  const own = (await unitsByIds(db, [unit])).get(unit);
  const line = own ? [...above.filter(({ id }) => id !== unit), own] : above;
  const commune = line.findLast(({ kind }) => kind === "commune") ?? line.findLast(({ kind }) => kind === "province");
  const village = line.findLast(({ kind }) => kind === "residential-area");
  return {
    name: placeName([village?.name, commune?.name]),
    communeId: commune?.id ?? null,
    commune: commune?.name ?? null,
  };
}

const goalOf = ({ id, name, unit, baseline, goal, reached }: ExemplarDetail["goals"][number]): ShownExemplar["goals"][number] => ({
  id,
  name,
  unit,
  ...(baseline === null ? {} : { baseline: publicFigure(baseline, unit) }),
  goal: publicFigure(goal, unit),
  reached: reached && { value: publicFigure(reached.value, unit), said: reached.said, onDate: reached.onDate },
});

const withheld = ({ baseline, goal, reached }: ShownExemplar["goals"][number]): boolean =>
  baseline === null || goal === null || (reached !== null && reached.value === null);

export async function showExemplar({ db }: Showing, actor: Actor, { thingId, choice }: Ask): Promise<Seen> {
  const { sides } = await getVisible(db, actor, thingId as ExemplarId);
  if (!mayPublish(actor, { own: sides.lead || sides.line || sides.body })) throw problem("not_found", say("noThing"));
  const exemplar = await readExemplar(db, actor, thingId as ExemplarId);
  const person = exemplar.kind === "person";
  const [pictures, allPictures, place, printed] = await Promise.all([
    publicPictures(db, thingId),
    countPictures(db, thingId),
    placeOf(db, exemplar.area?.id ?? exemplar.lead.id),
    person ? printedPerson(db, thingId) : undefined,
  ]);
  const left = new Set(choice.leftOut);
  const written = contentKeys.flatMap((key) => {
    const text = exemplar.contents[key]?.trim();
    return text ? [{ key, text }] : [];
  });
  const parts: Part[] = person
    ? []
    : [
        ...written.map(({ key, text }) => ({ id: key, group: "content" as const, label: contentNames[key].name.vi, text, thumb: null })),
        ...exemplar.goals.map(({ id, name, unit, goal }) => ({
          id,
          group: "goal" as const,
          label: name,
          text: `${goal} ${unit}`,
          thumb: null,
        })),
        ...pictures.map(({ id, caption, alt }) => ({
          id,
          group: "picture" as const,
          label: caption || alt || "Ảnh",
          text: alt,
          thumb: `/files/exemplars/pictures/${id}/public`,
        })),
      ];
  // Of a person nothing but what the decision prints.
  const contents = person ? [] : written.filter(({ key }) => !left.has(key));
  const goals = person ? [] : exemplar.goals.filter(({ id }) => !left.has(id)).map(goalOf);
  const chosen = person ? [] : choice.pictures.flatMap((id) => pictures.find((each) => each.id === id) ?? []);
  const title = person ? (printed?.printed ?? exemplar.name) : exemplar.name;
  const consent = choice.consent ?? (printed?.consent_on ? { on: printed.consent_on, how: "paper" as const } : null);
  const shown: ShownExemplar = {
    words: [...contents.map(({ text }) => text), ...exemplar.themes].join(" "),
    name: title,
    kind: exemplar.kind,
    field: exemplar.field,
    themes: exemplar.themes,
    lead: exemplar.lead.name,
    area: place.name,
    year: exemplar.firstYear ?? yearOf(exemplar),
    startedOn: person ? null : exemplar.startedOn,
    step: person ? null : exemplar.step,
    contents,
    goals,
    adapted: person || left.has("adapted") ? null : exemplar.adapted,
    pictures: chosen.map(({ id, hash, caption, alt }) => ({ id, hash, caption, alt })),
  };
  return {
    unitId: exemplar.lead.id,
    unitName: exemplar.lead.name,
    title,
    shown,
    facets: {
      field: exemplar.field,
      subkind: exemplar.kind,
      areaId: place.communeId,
      areaName: place.commune,
      year: shown.year,
      themes: exemplar.themes,
    },
    parts: [
      ...parts,
      ...(exemplar.adapted && !person
        ? [{ id: "adapted", group: "content" as const, label: "Điều chỉnh so với mô hình gốc", text: exemplar.adapted, thumb: null }]
        : []),
    ],
    choice: { ...choice, consent },
    blocked: blockOf(exemplar, shown, { person, printed: printed !== undefined, consent: consent !== null }),
    notes: [
      ...(person ? [] : [say("noteWords")]),
      ...(goals.some(withheld) ? [say("noteWithheld")] : []),
      ...(allPictures > pictures.length ? [say("notePictures", { n: allPictures - pictures.length })] : []),
    ],
    needsConsent: person && !printed?.consent_on,
  };
}

const yearOf = ({ startedOn, acceptedOn }: ExemplarDetail): number | null => {
  const day = startedOn ?? acceptedOn;
  return day === null ? null : Number(day.slice(0, 4));
};

type Person = { person: boolean; printed: boolean; consent: boolean };

function blockOf({ state }: ExemplarDetail, shown: ShownExemplar, { person, printed, consent }: Person): Text | null {
  if (state !== "accepted" && state !== "stopped") return say("notAccepted");
  if (person) return printed ? (consent ? null : say("personConsent")) : say("personNotPrinted");
  if (shown.contents.length === 0) return say("nothingLeft");
  const told = [
    ...shown.contents.map(({ key, text }) => [contentNames[key].name.vi, text] as const),
    ["Tên", shown.name] as const,
    ["Điều chỉnh", shown.adapted ?? ""] as const,
    ...shown.goals.map(({ name }) => ["Mục tiêu", name] as const),
    ...shown.pictures.map(({ caption, alt }) => ["Chú thích ảnh", `${caption} ${alt}`] as const),
  ].find(([, text]) => tellsNumber(text));
  return told ? say("phoneFound", { where: told[0] }) : null;
}
