import { createCanvas } from "@napi-rs/canvas";
import type { Example, Input, Matrix, MatrixWorld } from "../../../../test/support/matrix.ts";
import type { ExemplarId, UnitId } from "../../../kernel/ids.ts";
import { transaction } from "../../../platform/database/index.ts";
import { renderSizes } from "./render.ts";
import { insertPaper, insertPicture, markReady, updatePicture, findPicture } from "./store.ts";

const photograph = createCanvas(40, 30).toBuffer("image/jpeg");
const photo = () => new File([new Uint8Array(photograph)], "ra-mat.jpg", { type: "image/jpeg" });

type ExemplarAt = (world: MatrixWorld, lead: UnitId) => Promise<ExemplarId>;

/** A picture that is out of quarantine, and a paper. */
async function pictureAt(
  world: MatrixWorld,
  exemplar: ExemplarId,
  unit: UnitId,
  consent = false,
): Promise<{ picture: string; paper: string }> {
  const { db, services } = world.app;
  const { sha256 } = await services.files.put(photograph);
  const sizes = await renderSizes(photograph);
  const by = { person: world.maker.id, unit, at: services.clock() };
  return transaction(db, async (tx) => {
    const picture = await insertPicture(tx, exemplar, { hash: sha256, name: "ra-mat.jpg", shows: "people", eventId: null }, by);
    if (picture === null) throw new Error("the picture is there already");
    const made = { print: sha256, web: sha256, thumb: sha256, width: sizes.width, height: sizes.height, likeness: sizes.likeness };
    await markReady(tx, picture, made);
    const row = await findPicture(tx, picture);
    if (consent && row) await updatePicture(tx, row, { consent_by: world.maker.id, consent_on: "2026-03-01", consent_how: "paper" });
    await insertPaper(tx, exemplar, { hash: sha256, name: "bien-ban.pdf", size: 1, type: "application/pdf", eventId: null }, by);
    const paper = await tx.selectFrom("exemplar_paper").select("id").where("exemplar_id", "=", exemplar).executeTakeFirstOrThrow();
    return { picture, paper: paper.id };
  });
}

/** How the endpoints of photographs are called; `exemplarAt` makes one that its unit is preparing, hidden from others. */
export function picturesMatrix(exemplarAt: ExemplarAt): Matrix {
  const on = (body: (made: { picture: string; paper: string }) => Input, { consent = false } = {}): Example => {
    const at = (unit: (world: MatrixWorld) => UnitId) => async (world: MatrixWorld) => {
      const id = await exemplarAt(world, unit(world));
      return { id, ...body(await pictureAt(world, id, unit(world), consent)) };
    };
    return { inside: at(({ inside }) => inside), outside: at(({ outside }) => outside), beyond: "hidden" };
  };
  return {
    "pictures.list": on(() => ({})),
    "pictures.add": on(() => ({ "photos[0]": photo(), shows: "none" })),
    "pictures.edit": on(({ picture }) => ({ picture, version: 1, caption: "Lễ ra mắt" })),
    "pictures.consent": on(({ picture }) => ({ picture, version: 1, how: "paper" })),
    "pictures.withdrawConsent": on(({ picture }) => ({ picture, version: 2, reason: "Gia đình đổi ý" }), { consent: true }),
    "pictures.blur": on(({ picture }) => ({ picture, version: 1, areas: [{ shape: "ellipse", x: 0.1, y: 0.1, width: 0.2, height: 0.2 }] })),
    "pictures.takeOut": on(({ picture }) => ({ picture, version: 1, reason: "Ảnh mờ" })),
    "pictures.takeOutPaper": on(({ paper }) => ({ paper, reason: "Nhầm tệp" })),
  };
}
