import type { Matrix, MatrixWorld } from "../../../../test/support/matrix.ts";
import type { ExemplarId, UnitId } from "../../../kernel/ids.ts";
import { transaction } from "../../../platform/database/index.ts";
import { questionsOf, saveQuestions } from "./store.ts";

type Make = (world: MatrixWorld, lead: UnitId) => Promise<ExemplarId>;

/** How each endpoint of likeness is called in the permission matrix. `make`: a registered exemplar; `open`: an accepted one. */
export function likenessMatrix(make: Make, open: Make): Matrix {
  const asked = async (world: MatrixWorld, lead: UnitId) => {
    const id = await make(world, lead);
    const otherId = await open(world, lead);
    const [question] = await transaction(world.app.db, async (tx) => {
      await saveQuestions(tx, id, [{ otherId, reasons: ["name"], score: 0 }]);
      return questionsOf(tx, id);
    });
    return { id, questionId: question?.id ?? "", answer: "different", said: "Khác đối tượng." };
  };
  return {
    "likeness.check": {
      inside: () => ({ name: "Hiến đất làm đường" }),
      why: "what one is writing oneself; answers hold only what one may see",
    },
    "likeness.of": {
      inside: async (world) => ({ id: await make(world, world.inside) }),
      outside: async (world) => ({ id: await make(world, world.outside) }),
      beyond: "hidden",
    },
    "likeness.answer": {
      inside: (world) => asked(world, world.inside),
      outside: (world) => asked(world, world.outside),
      beyond: "hidden",
    },
    "likeness.signals": { inside: () => ({ kind: "no-output" }), why: "what the post's own line carries out" },
  };
}
