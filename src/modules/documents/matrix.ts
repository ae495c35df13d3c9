import { createHash, randomUUID } from "node:crypto";
import type { Example, Input, Matrix, MatrixWorld } from "../../../test/support/matrix.ts";
import type { DocumentId, UnitId } from "../../kernel/ids.ts";
import { transaction } from "../../platform/database/index.ts";
import type { DocumentState, ItemState } from "./contract.ts";
import type { Proposal } from "./domain/items.ts";
import { remember, rememberedFor } from "./store/corrections.ts";
import { insertDocument, updateDocument } from "./store/documents.ts";
import { insertPages, savePage } from "./store/pages.ts";
import { insertProposals, listItems, updateItem } from "./store/items.ts";

const line = "1. Tổ chức thực hiện.";
const span = { line: 1, start: 3, end: line.length };
const due = { kind: "none", date: null, rule: null, recurrence: null, text: null, lastDay: null } as const;
const task = { text: "Tổ chức thực hiện.", lead: ["MTTQ các xã"], coordinate: [], due, section: "1" };
const citation = { type: "Chỉ thị", number: "9-CT/TU", date: "2025-05-06", issuer: null, title: null };
const proposal = (kind: "task" | "citation"): Proposal => ({
  kind,
  position: 0,
  compiledId: kind,
  line: 1,
  quote: line.slice(3),
  span,
  confidence: 0.9,
  value: kind === "task" ? task : citation,
});

type Wish = { state?: DocumentState; kind?: "task" | "citation" | null; itemState?: ItemState };
type Made = { id: DocumentId; version: number; item: string; itemVersion: number };

/** A document that the unit keeps, read and in the state that the act needs, with one item. */
async function documentAt(
  world: MatrixWorld,
  unit: UnitId,
  { state = "review", kind = "task", itemState = "proposed" }: Wish,
): Promise<Made> {
  const { db, services } = world.app;
  const now = services.clock();
  return transaction(db, async (tx) => {
    const row = await insertDocument(
      tx,
      {
        unit_id: unit,
        file_hash: createHash("sha256").update(randomUUID()).digest("hex"),
        file_name: "ke-hoach.txt",
        file_size: 21,
        file_type: "text/plain",
        internal: false,
        uploaded_by: world.maker.id,
        uploaded_at: now,
      },
      { text: line, tables: [], footnotes: [], notes: [] },
    );
    if (!row) throw new Error("the unit has this file");
    if (kind) await insertProposals(tx, row.id, [proposal(kind)]);
    const { version } = await updateDocument(tx, row.id, { state, compiler: "0" });
    const [item] = await listItems(tx, row.id);
    const changed = item && itemState !== "proposed" ? await updateItem(tx, item, { state: itemState }, world.maker.id, now) : item;
    return { id: row.id, version, item: changed?.id ?? "", itemVersion: changed?.version ?? 0 };
  });
}

/** The same call on a document of one's own unit and on one of the commune beside it, which does not exist for the caller. */
function on(wish: Wish, input: (made: Made) => Input, more: Partial<Example> = {}): Example {
  const at = (unit: (world: MatrixWorld) => UnitId) => async (world: MatrixWorld) => input(await documentAt(world, unit(world), wish));
  return { inside: at(({ inside }) => inside), outside: at(({ outside }) => outside), beyond: "hidden", ...more };
}

/** A scan: its one page is read, or it is still waiting. */
function scan(state: "recognising" | "review", input: (made: Made) => Input): Example {
  const at = (unit: (world: MatrixWorld) => UnitId) => async (world: MatrixWorld) => {
    const made = await documentAt(world, unit(world), { state });
    await transaction(world.app.db, async (tx) => {
      await insertPages(tx, made.id, 1);
      if (state === "recognising") return;
      const shape = { width: 595, height: 842, words: [], rules: [], stamps: [] };
      await savePage(tx, made.id, 1, { source: "recognised", imageHash: "0".repeat(64), imageSize: 1, shape });
    });
    return input(made);
  };
  return { inside: at(({ inside }) => inside), outside: at(({ outside }) => outside), beyond: "hidden" };
}

const reading = on({}, ({ id }) => ({ id }));
const draft: Example = {
  inside: () => ({ file: new File([`KẾ HOẠCH\n\n${line}\n`], "du-thao.txt") }),
  why: "a draft belongs to nobody yet and is not kept",
};
const onItem = (wish: Wish, body: Input = {}) => on(wish, ({ id, item, itemVersion }) => ({ id, item, version: itemVersion, ...body }));

/** The same on something that the unit remembers from a document of its own. */
function onCorrection(input: (correction: string) => Input): Example {
  const at = (unit: (world: MatrixWorld) => UnitId) => async (world: MatrixWorld) => {
    const { db, services } = world.app;
    const { id: document, item } = await documentAt(world, unit(world), {});
    const issuer = { unit: null, name: randomUUID() };
    return transaction(db, async (tx) => {
      const from = { unit: unit(world), issuer, document, item, by: world.maker.id, at: services.clock() };
      await remember(tx, { aspect: "body", from: "MTTQ các xã", to: ["mỗi xã"] }, from);
      const [row] = await rememberedFor(tx, unit(world), issuer);
      return input(row?.id ?? "");
    });
  };
  return { inside: at(({ inside }) => inside), outside: at(({ outside }) => outside), beyond: "hidden" };
}

const part = { kind: "task", span, value: task };

/** How each endpoint is called in the permission matrix. */
export const matrix: Matrix = {
  upload: {
    inside: () => ({ file: new File([`KẾ HOẠCH\nSố: ${randomUUID()}\n\n${line}\n`], "ke-hoach.txt") }),
    why: "a document is always one's own unit's",
  },
  list: {
    ...on({}, () => ({})),
    beyond: { without: (body: { documents: { unit: { id: number } }[] }) => new Set(body.documents.map(({ unit }) => unit.id)).size <= 1 },
  },
  get: reading,
  text: reading,
  citations: reading,
  items: reading,
  unresolved: reading,
  setEntry: on({}, ({ id, version }) => ({ id, version, internal: true })),
  settleLookalike: {
    inside: async (world) => ({
      id: (await documentAt(world, world.inside, {})).id,
      other: (await documentAt(world, world.inside, {})).id,
      same: false,
    }),
    outside: async (world) => ({
      id: (await documentAt(world, world.outside, {})).id,
      other: (await documentAt(world, world.inside, {})).id,
      same: false,
    }),
    beyond: "hidden",
  },
  readAgain: on({}, ({ id, version }) => ({ id, version })),
  finish: on({ kind: null }, ({ id, version }) => ({ id, version })),
  reopen: on({ state: "reviewed" }, ({ id, version }) => ({ id, version })),
  accept: onItem({}),
  correct: onItem({}, { to: part }),
  drop: onItem({}),
  restore: onItem({ itemState: "dropped" }),
  add: on({}, ({ id }) => ({ id, add: part })),
  split: onItem({}, { parts: [part, part] }),
  acceptConfident: on({}, ({ id }) => ({ id, threshold: 0.5 })),
  pages: scan("review", ({ id }) => ({ id })),
  page: scan("review", ({ id }) => ({ id, page: 1 })),
  correctPage: scan("review", ({ id }) => ({ id, page: 1, version: 2, text: line })),
  stopRecognition: scan("recognising", ({ id, version }) => ({ id, version })),
  refusals: { inside: () => ({}), why: "everybody reads what became of their own files" },
  seeRefusal: {
    inside: () => ({ id: randomUUID() }),
    answers: 404,
    why: "everybody says it of their own files; there is none here",
  },
  check: reading,
  setFindingAside: on({}, ({ id }) => ({ id, key: "format/blank:0", aside: true })),
  checkDraft: draft,
  draftPaper: draft,
  settle: on({}, ({ id, item, itemVersion }) => ({ id, entries: [{ item, version: itemVersion, to: "accepted" }] })),
  offers: reading,
  remembered: on({}, ({ id }) => ({ document: id })),
  setCorrectionSilent: onCorrection((correction) => ({ correction, silent: true })),
  forgetCorrection: onCorrection((correction) => ({ correction })),
  linkCitation: onItem({ kind: "citation" }, { document: null }),
  chain: on({ kind: "citation" }, ({ id }) => ({ document: id })),
  wanted: {
    ...on({ kind: "citation" }, () => ({})),
    beyond: {
      without: (body: { items: { citers: { unit: { id: number } }[] }[] }) =>
        new Set(body.items.flatMap(({ citers }) => citers.map(({ unit }) => unit.id))).size <= 1,
    },
  },
  reviewsDue: {
    inside: () => ({ year: 2026 }),
    why: "proposals for one's own unit, from documents that it may read (register.http.test.ts proves what stays out)",
  },
  setProposalAside: {
    inside: () => ({ proposal: "cited|9-ct/tu@2025-05-06", aside: true }),
    why: "set aside for one's own unit only",
  },
  compare: {
    inside: async (world) => ({
      one: (await documentAt(world, world.inside, {})).id,
      other: (await documentAt(world, world.inside, {})).id,
    }),
    outside: async (world) => ({
      one: (await documentAt(world, world.inside, {})).id,
      other: (await documentAt(world, world.outside, {})).id,
    }),
    beyond: "hidden",
  },
  compareReadings: reading,
};
