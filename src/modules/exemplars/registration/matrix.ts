import { randomUUID } from "node:crypto";
import type { Example, Input, Matrix, MatrixWorld } from "../../../../test/support/matrix.ts";
import type { ExemplarId, UnitId } from "../../../kernel/ids.ts";
import { transaction } from "../../../platform/database/index.ts";
import { hashOf, newSecret } from "./secrets.ts";
import { insertImport } from "./store/imports.ts";
import { findOfferBy, insertInvitation, insertOffer } from "./store/invitations.ts";

type Make = (world: MatrixWorld, lead: UnitId) => Promise<ExemplarId>;
type Items = { items: { id: string }[] };

const content = {
  kind: "model",
  name: "Ngõ không rác",
  field: "economy",
  contents: { situation: "Rác.", goals: "Sạch.", area: "Cả thôn." },
} as const;
const over = new Date("2099-01-01T00:00:00Z");

/** An open link of the unit, and what opens it. */
async function linkAt({ app, maker }: MatrixWorld, unitId: UnitId): Promise<{ id: string; token: string }> {
  const token = newSecret();
  const id = await transaction(app.db, (tx) =>
    insertInvitation(
      tx,
      { unitId, madeAt: unitId, roundId: null, label: "", tokenHash: hashOf(token), most: 50, expiresAt: over, createdBy: maker.id },
      app.services.clock(),
    ),
  );
  return { id, token };
}

async function offerAt(world: MatrixWorld, unitId: UnitId): Promise<{ id: string; receipt: string }> {
  const { id: invitationId } = await linkAt(world, unitId);
  const receipt = newSecret();
  return transaction(world.app.db, async (tx) => {
    await insertOffer(
      tx,
      { invitationId, once: randomUUID(), receiptHash: hashOf(receipt), content: { ...content } },
      world.app.services.clock(),
    );
    return { id: (await findOfferBy(tx, hashOf(receipt)))?.id ?? "", receipt };
  });
}

const list = (): File => new File([`Tên mô hình;Lĩnh vực\nBến đò ${randomUUID()};Kinh tế\n`], "danh-sach.csv");

/** How each endpoint of registration is called in the permission matrix. `make`: a registered exemplar in a round of the unit itself. */
export function registrationMatrix(make: Make): Matrix {
  const at = (input: (world: MatrixWorld, unit: UnitId) => Promise<Input> | Input): Pick<Example, "inside" | "outside"> => ({
    inside: (world) => input(world, world.inside),
    outside: (world) => input(world, world.outside),
  });
  const importAt = async (world: MatrixWorld, unitId: UnitId): Promise<Input> => {
    const exemplar = await make(world, unitId);
    return transaction(world.app.db, async (tx) => {
      const id = await insertImport(
        tx,
        { unitId, roundId: null, fileName: "cu.xlsx", rows: 1, made: 1, createdBy: world.maker.id },
        world.app.services.clock(),
      );
      await tx.updateTable("exemplar").set({ import_id: id }).where("id", "=", exemplar).execute();
      return { id, version: 1 };
    });
  };
  const offer = (more: Input = {}) => at(async (world, unit) => ({ id: (await offerAt(world, unit)).id, version: 1, ...more }));
  const absent = { without: ({ items }: Items, { id }: Input) => items.every((each) => each.id !== id) };
  const open = { why: "the secret in the body opens it, for whoever holds it" };
  return {
    "registration.invitations.list": { ...at(async (world, unit) => ({ id: (await linkAt(world, unit)).id })), beyond: absent },
    "registration.invitations.create": { ...at((_, unitId) => ({ unitId, until: "2026-04-30" })), beyond: "forbidden" },
    "registration.invitations.revoke": {
      ...at(async (world, unit) => ({ id: (await linkAt(world, unit)).id, version: 1 })),
      beyond: "hidden",
    },
    "registration.offers.invited": { inside: async (world) => ({ token: (await linkAt(world, world.inside)).token }), ...open },
    "registration.offers.give": {
      inside: async (world) => ({ token: (await linkAt(world, world.inside)).token, once: randomUUID(), content }),
      ...open,
    },
    "registration.offers.own": { inside: async (world) => ({ receipt: (await offerAt(world, world.inside)).receipt }), ...open },
    "registration.offers.amend": { inside: async (world) => ({ receipt: (await offerAt(world, world.inside)).receipt, content }), ...open },
    "registration.offers.list": { ...at(async (world, unit) => ({ id: (await offerAt(world, unit)).id })), beyond: absent },
    "registration.offers.ask": { ...offer({ question: "Bao nhiêu hộ?" }), beyond: "hidden" },
    "registration.offers.take": { ...offer(), beyond: "hidden" },
    "registration.offers.setAside": { ...offer({ reason: "Đã có" }), beyond: "hidden" },
    "registration.imports.list": { ...at(importAt), beyond: absent },
    "registration.imports.preview": { ...at((_, leadId) => ({ file: list(), leadId })), beyond: "forbidden" },
    "registration.imports.run": { ...at((_, leadId) => ({ file: list(), leadId })), beyond: "forbidden" },
    "registration.imports.accept": { ...at(importAt), beyond: "hidden" },
    "registration.imports.undo": { ...at(importAt), beyond: "hidden" },
  };
}
