import { randomBytes } from "node:crypto";
import type { Example, Input, Matrix, MatrixWorld } from "../../../../test/support/matrix.ts";
import { unit } from "../../../../test/support/units.ts";
import type { ExemplarId, UnitId } from "../../../kernel/ids.ts";
import { transaction } from "../../../platform/database/index.ts";
import { certificateCode } from "./domain/code.ts";
import { headerFor, titleOf } from "./domain/document.ts";
import { insertBlank } from "./store/blanks.ts";
import { insertDecision, itemsOf, saveItems, updateDecision } from "./store/decisions.ts";
import { insertRecognitions } from "./store/recognitions.ts";
import { insertRule } from "./store/rules.ts";
import type { BlankIn, RuleIn } from "./shapes.ts";

type ExemplarAt = (world: MatrixWorld, lead: UnitId) => Promise<ExemplarId>;
type Side = (world: MatrixWorld) => UnitId;

const sides: { inside: Side; outside: Side } = { inside: ({ inside }) => inside, outside: ({ outside }) => outside };
const both = (make: (at: Side) => Example["inside"]) => ({ inside: make(sides.inside), outside: make(sides.outside) });

const day = "2026-03-02";
const year = 2026;
const scan = () => new File([Buffer.from("%PDF-1.4 quyết định")], "quyet-dinh.pdf", { type: "application/pdf" });
const rule = { level: "commune", bodyKinds: ["front"], exemplarKinds: ["model"] } satisfies Partial<RuleIn>;
const blank = {
  width: 297,
  height: 210,
  fields: [{ key: "recipient", x: 40, y: 90, width: 200, size: 20 }],
} satisfies Input;

/** The Front of one of the two communes: what recognises there. */
const frontOf = (world: MatrixWorld, commune: UnitId): Promise<UnitId> =>
  unit(world.app.db, { name: `Ủy ban MTTQ Việt Nam xã số ${randomBytes(3).toString("hex")}`, kind: "front", parentId: commune });

let codes = 0;

/** A decision of a commune's Front with one exemplar, in the state that the act needs. */
function decisionsAt(exemplarAt: ExemplarAt) {
  return async (world: MatrixWorld, commune: UnitId, state: "draft" | "presented" | "signed", kind: "model" | "person" = "model") => {
    const { db, services } = world.app;
    const body = await frontOf(world, commune);
    const exemplar = await exemplarAt(world, body);
    await db.updateTable("exemplar").set({ step: 3, kind }).where("id", "=", exemplar).execute();
    const header = headerFor({ id: body, name: "Ủy ban MTTQ Việt Nam xã Bình Lâm", kind: "front" }, { area: "xã Bình Lâm", year });
    const now = services.clock();
    return transaction(db, async (tx) => {
      const by = { id: world.maker.id, name: world.maker.name };
      const id = await insertDecision(tx, { bodyId: body, level: "commune", year, title: titleOf(header), header, by }, now);
      await saveItems(tx, id, [{ exemplarId: exemplar }]);
      if (state !== "draft") await updateDecision(tx, id, { presentedAt: now }, now);
      if (state !== "signed") return { id, version: state === "draft" ? 1 : 2, body, exemplar, recognition: "" };
      const [item] = await itemsOf(tx, id);
      if (!item) throw new Error("the list is empty");
      const { sha256 } = await services.files.put(Buffer.from("docx"));
      const signed = { number: `${(codes += 1)}/QĐ`, day, signer: "Phạm Văn Tòng", post: "Chủ tịch", how: "here" as const };
      await updateDecision(
        tx,
        id,
        { signed: { ...signed, by: world.maker.id, frozen: { header, list: [] }, docxHash: sha256, scan: null } },
        now,
      );
      const code = certificateCode(randomBytes(15));
      const printed = {
        kind,
        field: item.field,
        printedAs: item.printed_as,
        unitName: "xã",
        areaName: null,
        deed: null,
        consentOn: null,
        consentHow: null,
      };
      await insertRecognitions(tx, { decisionId: id, level: "commune", year, day }, [{ exemplarId: exemplar, ...printed, code }]);
      const made = await tx.selectFrom("exemplar_recognition").select("id").where("decision_id", "=", id).executeTakeFirstOrThrow();
      return { id, version: 3, body, exemplar, recognition: made.id };
    });
  };
}

/** How the endpoints of recognition are called; `exemplarAt` makes an accepted exemplar of a unit. */
export function recognitionMatrix(exemplarAt: ExemplarAt): Matrix {
  const decisionAt = decisionsAt(exemplarAt);
  type Made = Awaited<ReturnType<typeof decisionAt>>;
  const on = (state: "draft" | "presented" | "signed", input: (made: Made) => Input = () => ({}), { version = true } = {}): Example => ({
    ...both((at) => async (world) => {
      const made = await decisionAt(world, at(world), state);
      return { id: made.id, ...(version ? { version: made.version } : {}), ...input(made) };
    }),
    beyond: "hidden",
  });
  const recognition = (kind: "model" | "person", input: Input): Example => ({
    ...both((at) => async (world) => ({ id: (await decisionAt(world, at(world), "signed", kind)).recognition, version: 1, ...input })),
    // What was accepted everybody sees, so beyond reach the act is refused instead of hidden.
    beyond: "forbidden",
  });
  const rules = (version: boolean): Example => ({
    ...both((at) => async (world) => {
      const bodyId = await frontOf(world, at(world));
      if (!version) return { bodyId, ...rule };
      const set = { ...rule, leastStep: 3, needsLower: false, needsAppraisal: false, basis: "" };
      const id = await transaction(world.app.db, (tx) => insertRule(tx, bodyId, set, world.app.services.clock()));
      return { id, version: 1, ...rule };
    }),
    beyond: "forbidden",
  });
  const blanks = (version: boolean): Example => ({
    ...both((at) => async (world) => {
      const bodyId = await frontOf(world, at(world));
      if (!version) return { bodyId, name: "Giấy khen", ...blank };
      const kept = { name: "Giấy khen", ...blank } as unknown as BlankIn;
      const id = await transaction(world.app.db, (tx) => insertBlank(tx, bodyId, kept, world.app.services.clock()));
      return { id, version: 1, name: "Giấy khen mới", ...blank };
    }),
    beyond: "forbidden",
  });
  const header = headerFor({ id: 1 as UnitId, name: "Ủy ban MTTQ Việt Nam xã Bình Lâm", kind: "front" }, { area: "xã Bình Lâm", year });
  return {
    "recognition.of": {
      inside: async (world) => ({ id: await exemplarAt(world, world.inside) }),
      why: "what was recognised everybody sees",
    },
    "recognition.appraise": {
      ...both((at) => async (world) => ({ id: await exemplarAt(world, at(world)), roundId: "019a0000-0000-7000-8000-000000000000" })),
      beyond: "forbidden",
      why: "rounds of appraisal are another slice's: there is none here",
      answers: 404,
    },
    "recognition.appraiseMany": {
      ...both((at) => async (world) => ({ ids: [await exemplarAt(world, at(world))], roundId: "019a0000-0000-7000-8000-000000000000" })),
      beyond: "hidden",
      why: "rounds of appraisal are another slice's: there is none here",
      answers: 404,
    },
    "recognition.revoke": recognition("model", { reason: "Số liệu không đúng" }),
    "recognition.consent": recognition("person", { consent: { on: day, how: "Bản giấy có chữ ký" } }),
    "recognition.rules.list": { inside: () => ({}), why: "who may recognise what is for everybody to know" },
    "recognition.rules.create": rules(false),
    "recognition.rules.edit": rules(true),
    "recognition.decisions.list": {
      inside: () => ({}),
      outside: async (world) => ({ bodyId: (await decisionAt(world, world.outside, "draft")).body }),
      beyond: { without: (body: { items: unknown[] }) => body.items.length === 0 },
    },
    "recognition.decisions.get": on("draft", () => ({}), { version: false }),
    "recognition.decisions.create": {
      ...both((at) => async (world) => ({ year, bodyId: await frontOf(world, at(world)) })),
      beyond: "forbidden",
    },
    "recognition.decisions.edit": on("draft", () => ({ header })),
    "recognition.decisions.choose": on("draft", ({ exemplar }) => ({ list: [{ exemplarId: exemplar }] })),
    "recognition.decisions.candidates": on("draft", () => ({}), { version: false }),
    "recognition.decisions.present": on("draft"),
    "recognition.decisions.takeBack": on("presented"),
    "recognition.decisions.sign": { ...on("presented"), roles: ["signer"] },
    "recognition.decisions.signOnPaper": on("draft", () => ({
      number: "05",
      day,
      signer: "Phạm Văn Tòng",
      post: "Chủ tịch",
      file: scan(),
    })),
    "recognition.decisions.cancel": on("draft", () => ({ reason: "Soạn nhầm" })),
    "recognition.blanks.list": { inside: () => ({}), why: "where fields of a blank are is no secret" },
    "recognition.blanks.create": blanks(false),
    "recognition.blanks.edit": blanks(true),
  };
}
