import { z } from "zod";
import { dot } from "../../../kernel/facts.ts";
import { may, type Actor } from "../../../kernel/actor.ts";
import { Problem } from "../../../kernel/errors.ts";
import type { ExemplarId, ExemplarRoundId } from "../../../kernel/ids.ts";
import { fold } from "../../../kernel/text.ts";
import type { CalendarDate } from "../../../kernel/time/index.ts";
import type { Database } from "../../../platform/database/index.ts";
import type { Found } from "../../search/contract.ts";
import { unitsByIds } from "../../units/index.ts";
import { tagsFor } from "../learning/store.ts";
import { contentKeys, exemplarFields, exemplarKinds, type ExemplarFilter } from "../contract.ts";
import { quietFor } from "../life/service/rules.ts";
import { contentNames, fieldTitles, kindNames } from "../messages.ts";
import { findExemplars, mostCounted, themesInUse } from "../store/listing.ts";
import { readRound } from "./rounds.ts";
import { getVisible, rowsShown, unitIn } from "./view.ts";

const pageSize = 50;

const wordsOf = (text: string): string[] => fold(text).match(/[a-z0-9]+/g) ?? [];

/** The register, newest first: what was accepted anywhere, and what one's own units and their line are preparing. */
export async function readExemplars(db: Database, actor: Actor, { text, page, quiet, ...wanted }: ExemplarFilter, today: CalendarDate) {
  const silence = quiet ? { quietUntil: await quietFor(db, actor.unitId, today) } : {};
  const filter = { ...wanted, ...silence, reader: actor.unitId, words: wordsOf(text) };
  const offset = (Math.min(page, mostCounted / pageSize) - 1) * pageSize;
  const { records, ...counted } = await findExemplars(db, filter, { offset, limit: pageSize });
  return { items: await rowsShown(db, records), ...counted, pageSize };
}

export async function readWords(db: Database, actor: Actor) {
  const [used, tags] = await Promise.all([themesInUse(db, 40), tagsFor(db, actor.unitId)]);
  return {
    kinds: exemplarKinds.map((value) => ({ value, name: kindNames[value] })),
    fields: exemplarFields.map((value) => ({ value, name: fieldTitles[value] })),
    contents: contentKeys.map((value) => ({ value, ...contentNames[value] })),
    themes: [
      ...new Set([...tags.filter(({ kind }) => kind !== "theme").map(({ name }) => name), ...used, ...tags.map(({ name }) => name)]),
    ],
  };
}

/** Hits of the search box. */
export async function searchExemplars(db: Database, actor: Actor, text: string, limit: number): Promise<Found[]> {
  if (!may(actor, "exemplar:view")) return [];
  const { records } = await findExemplars(db, { reader: actor.unitId, words: wordsOf(text), sort: "fit" }, { limit });
  const units = await unitsByIds(db, [...new Set(records.map(({ lead_id }) => lead_id))]);
  return records.map(({ id, name, kind, lead_id }) => ({
    kind: "exemplar",
    id,
    title: name,
    note: `${kindNames[kind].vi}${dot}${unitIn(units, lead_id).name}`,
    to: `/exemplars/${id}`,
  }));
}

const found = async (reading: Promise<unknown>): Promise<boolean> => {
  try {
    await reading;
    return true;
  } catch (error) {
    if (error instanceof Problem && error.code === "not_found") return false;
    throw error;
  }
};

/** The history of an exemplar is for those who may read it; likewise of a round. */
export const canSeeExemplar = async (db: Database, actor: Actor, id: string): Promise<boolean> =>
  z.uuid().safeParse(id).success && found(getVisible(db, actor, id as ExemplarId));

export const canSeeExemplarRound = async (db: Database, actor: Actor, id: string): Promise<boolean> =>
  z.uuid().safeParse(id).success && found(readRound(db, actor, id as ExemplarRoundId));
