import type { Example, Input, Matrix, MatrixWorld } from "../../../test/support/matrix.ts";
import type { UnitId } from "../../kernel/ids.ts";
import { transaction } from "../../platform/database/index.ts";
import type { Block } from "./blocks.ts";
import { headerFor } from "./domain/header.ts";
import { renderBlocks } from "./domain/rendering.ts";
import { hashOf, unitOf } from "./service/describing.ts";
import type { ReportState } from "./shapes.ts";
import { insertTemplate, saveBlocks } from "./store/blocks.ts";
import { insertReport, saveNumber, saveSent, saveSigned, updateState, type Frozen } from "./store/reports.ts";

const text: Block = { id: "b1", version: 1, content: { kind: "text", text: "Đề nghị các đơn vị gửi báo cáo." } };
const told: Block = {
  id: "b2",
  version: 1,
  content: { kind: "narrative", text: "", guidance: "", gathers: { sections: [], kinds: [] }, pieces: [] },
};
const nothing = {
  figures: new Map(),
  units: [],
  missing: { draft: [], official: [] },
  than: { yearBefore: null, last: null },
  period: null,
};
const digest = "0".repeat(64);
let numbers = 0;

/** A letter of the unit in a state, written by somebody who is none of the callers. */
function letterOf({ app, maker }: MatrixWorld, unitId: UnitId, state: ReportState): Promise<{ id: string; version: number }> {
  const at = app.services.clock();
  return transaction(app.db, async (tx) => {
    const unit = await unitOf(tx, unitId);
    const header = headerFor(unit, "letter", { area: unit.name, subject: "Đôn đốc gửi báo cáo", addressees: [] });
    const id = await insertReport(tx, {
      unitId,
      kind: "letter",
      period: null,
      roundId: null,
      receiverId: null,
      figuresFrom: "own",
      header,
      preparedBy: maker.id,
      preparedByName: maker.name,
      corrects: null,
    });
    await saveBlocks(tx, id, [text, told]);
    if (state === "draft") return { id, version: 1 };
    await updateState(tx, id, "ready");
    if (state === "ready") return { id, version: 2 };
    const frozen: Frozen = {
      format: 1,
      signedAt: at.toISOString(),
      treeOn: "2026-03-02",
      unit: { id: unit.id, name: unit.name },
      header,
      period: null,
      blocks: renderBlocks([text], nothing, "official"),
      figures: [],
      coverage: null,
      missing: [],
      units: 0,
    };
    await saveSigned(tx, id, { frozen, hash: hashOf(frozen), docxHash: digest, at, by: maker, how: "here" });
    if (state === "signed") return { id, version: 3 };
    const number = String((numbers += 1) + 500);
    await saveNumber(tx, id, { number, symbol: "/UB", series: "2026", date: "2026-03-02", docxHash: digest, by: maker.name, at });
    if (state === "numbered") return { id, version: 4 };
    await saveSent(tx, id, { by: maker.name, to: "", at });
    return { id, version: 5 };
  });
}

/** The same act on a letter of the caller's unit, and on one of the commune beside it, which does not exist for the caller. */
function on(state: ReportState, body: (version: number) => Input = () => ({})): Example {
  const at = (unit: (world: MatrixWorld) => UnitId) => async (world: MatrixWorld) => {
    const { id, version } = await letterOf(world, unit(world), state);
    return { id, ...body(version) };
  };
  return { inside: at(({ inside }) => inside), outside: at(({ outside }) => outside), beyond: "hidden" };
}

const versioned = (version: number): Input => ({ version });
const scan = (): File => new File(["%PDF-1.7 quét"], "ban-ky.pdf", { type: "application/pdf" });

function onTemplate(body: Input): Example {
  const at = (unit: (world: MatrixWorld) => UnitId) => async (world: MatrixWorld) => {
    const template = { kind: "letter" as const, form: null, periods: [], subject: "Về việc …", blocks: [text.content] };
    const id = await transaction(world.app.db, (tx) => insertTemplate(tx, { unitId: unit(world), title: "Mẫu của đơn vị", ...template }));
    return { id, ...body };
  };
  return { inside: at(({ inside }) => inside), outside: at(({ outside }) => outside), beyond: "hidden" };
}

const filing = ["clerk"] as const;

export const matrix: Matrix = {
  list: {
    inside: () => ({}),
    outside: async (world) => ({ id: (await letterOf(world, world.outside, "signed")).id }),
    beyond: { without: (body: { reports: { id: string }[] }, { id }) => body.reports.every((report) => report.id !== id) },
  },
  starts: { inside: () => ({}), why: "what one's own units can begin" },
  create: {
    inside: ({ inside }) => ({ unitId: inside, kind: "letter" }),
    outside: ({ outside }) => ({ unitId: outside, kind: "letter" }),
    beyond: "hidden",
  },
  get: on("draft"),
  preview: on("draft"),
  edit: on("draft", (version) => ({ version, figuresFrom: "own" })),
  change: on("draft", () => ({ changes: [{ act: "remove", id: "b1", version: 1 }] })),
  sources: on("draft", () => ({ blockId: "b2" })),
  figures: on("draft"),
  discard: on("draft", versioned),
  ready: on("draft", versioned),
  reopen: { ...on("ready", versioned), roles: ["reporter", "approver", "coordinator", "signer"] },
  sign: on("ready", versioned),
  signOnPaper: { ...on("ready", (version) => ({ version: String(version), file: scan(), signer: "Y Mai" })), roles: [...filing] },
  nextNumber: on("signed"),
  number: {
    ...on("signed", (version) => ({ version, number: String((numbers += 1) + 10_000), series: "2026", date: "2026-03-02" })),
    roles: [...filing],
  },
  attachScan: { ...on("numbered", (version) => ({ version: String(version), file: scan() })), roles: [...filing] },
  send: { ...on("numbered", versioned), roles: [...filing] },
  correct: on("sent", () => ({ kind: "correction", reason: "Số liệu cộng nhầm" })),
  restated: on("signed"),
  "templates.list": { inside: () => ({}), why: "built-in outlines and one's own" },
  "templates.get": onTemplate({}),
  "templates.create": {
    inside: ({ inside }) => ({ unitId: inside, title: "Mẫu riêng" }),
    outside: ({ outside }) => ({ unitId: outside, title: "Mẫu riêng" }),
    beyond: "hidden",
  },
  "templates.edit": onTemplate({ version: 1, title: "Mẫu", subject: "Về việc …", periods: [], blocks: [] }),
  "templates.remove": onTemplate({ version: 1 }),
};
