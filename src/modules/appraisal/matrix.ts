import type { Example, Input, Matrix, MatrixCaller, MatrixWorld } from "../../../test/support/matrix.ts";
import { unit } from "../../../test/support/units.ts";
import type { PersonId, SheetId, SubjectId, UnitId } from "../../kernel/ids.ts";
import { transaction } from "../../platform/database/index.ts";
import type { Marks, RoundState, RubricContent, RubricState, SheetState, SubjectState } from "./shapes.ts";
import { insertRound, saveMembers, updateRound } from "./store/rounds.ts";
import { insertRubric, updateRubric } from "./store/rubrics.ts";
import { insertSheets, statusesOn, updateSheet } from "./store/sheets.ts";
import { insertSubjects, saveSelf, subjectsOf, updateSubject } from "./store/subjects.ts";

const content: RubricContent = {
  qualifying: [],
  sections: [{ title: "Hiệu quả", lines: [{ key: "a-1", text: "Kết quả đo được", max: "10", evidence: "", guidance: "" }] }],
  bonus: [],
  penalty: [],
  outcomes: [{ from: "5", word: "Đạt", counts: true, noZero: false }],
  unmet: "Chưa đạt",
};
const marks: Marks = { "a-1": { points: "8", met: null, comment: "" } };

const rubricInput: Input = { title: "Bộ tiêu chí của xã", rates: ["collective"], content };

async function rubricAt({ app, maker }: MatrixWorld, body: UnitId, state: RubricState) {
  const now = app.services.clock();
  return transaction(app.db, async (tx) => {
    const facts = {
      title: "Bộ tiêu chí",
      rates: ["collective" as const],
      valid_from: null,
      valid_until: null,
      basis: "",
      sample: null,
      content,
    };
    const id = await insertRubric(tx, { facts, bodyId: body, by: maker.id }, now);
    if (state === "published") await updateRubric(tx, id, { published: { by: maker.id, at: now } });
    return id;
  });
}

/** Two who sit in panels and have nothing to do with either commune. */
const judges = new WeakMap<MatrixWorld, Promise<{ at: UnitId; people: PersonId[] }>>();
function panelOf(world: MatrixWorld) {
  const made = judges.get(world) ?? makePanel(world);
  judges.set(world, made);
  return made;
}
async function makePanel({ app, province }: MatrixWorld) {
  const at = await unit(app.db, { kind: "department", name: "Sở Nội vụ", parentId: province });
  const people: PersonId[] = [];
  for (const name of ["Y Mai", "Đỗ Quốc Bảo", "Nguyễn Quang Vinh"])
    people.push((await app.person({ name, unit: at, role: "reporter" })).id);
  return { at, people };
}

const roundInput = (rubricId: string): Input => ({
  title: "Thẩm định năm 2026",
  rubricId,
  periodFrom: "2026-01-01",
  periodUntil: "2026-12-31",
  selfUntil: "2026-11-30",
  judgeUntil: "2026-12-15",
});

type Wish = {
  round?: RoundState;
  subject?: SubjectState;
  /** Sits in the panel as its head and judges the subject. */
  judge?: PersonId | undefined;
  sheet?: SheetState;
  filled?: boolean;
  version?: number;
};

/** A round of the body with one subject, the body itself, in the states that the act needs. */
async function roundAt(world: MatrixWorld, body: UnitId, wish: Wish) {
  const { app, maker } = world;
  const now = app.services.clock();
  const { at, people } = await panelOf(world);
  const rubric = await rubricAt(world, body, "published");
  return transaction(app.db, async (tx) => {
    const round = await insertRound(
      tx,
      {
        facts: {
          title: "Thẩm định năm 2026",
          purpose: "appraisal",
          rubric_id: rubric,
          period_from: "2026-01-01",
          period_until: "2026-12-31",
          self_scoring: true,
          self_until: "2026-11-30",
          judge_until: "2026-12-15",
          due_rule: null,
          judges: 2,
          final: "mean",
          spread_share: "15",
          comment_share: "60",
          titles: [],
          all_units: null,
          note: "",
        },
        bodyId: body,
        by: maker.id,
      },
      now,
    );
    const panel = [...(wish.judge ? [wish.judge] : []), ...people];
    const members = panel.map((personId, place) => ({ personId, unitId: at, part: place === 0 ? ("head" as const) : ("member" as const) }));
    await saveMembers(tx, round, members, "2026-03-02");
    await insertSubjects(tx, { round, state: "self", by: maker.id }, [{ kind: "unit", ref: String(body), unitId: body, title: "xã" }], now);
    const [subject] = await subjectsOf(tx, round);
    if (!subject) throw new Error("no subject");
    if (wish.filled) await saveSelf(tx, subject.id, [{ line: "a-1", points: "9", met: null, evidence: "", links: [] }]);
    let sheet: SheetId | undefined;
    if (wish.sheet) {
      const [first, second] = panel;
      await insertSheets(
        tx,
        [first, second].flatMap((person) => (person ? [{ subject: subject.id, person }] : [])),
        {
          how: "lot",
          by: maker.id,
          now,
        },
      );
      for (const { id, person_id } of await statusesOn(tx, subject.id)) {
        await updateSheet(tx, id, { marks, state: wish.sheet });
        if (person_id === first) sheet = id;
      }
    }
    await updateSubject(tx, subject.id, changeTo(wish.subject ?? "self", maker.id, now));
    await updateRound(tx, round, { state: wish.round ?? "open" });
    return { round, subject: subject.id, sheet, rubric };
  });
}

function changeTo(state: SubjectState, by: PersonId, now: Date): Parameters<typeof updateSubject>[2] {
  const opened = state === "opened" || state === "concluded" ? { opened_at: now } : {};
  const concluded =
    state === "concluded"
      ? { points: "8", scale: "10", outcome: "Đạt", counts: true, concluded_by: by, concluded_on: "2026-03-02" as const }
      : {};
  return { state, ...opened, ...concluded };
}

type Made = { round: string; subject: SubjectId; sheet: SheetId | undefined; rubric: string };

function onRound(
  wish: Wish,
  body: (made: Made, world: MatrixWorld) => Input | Promise<Input> = () => ({}),
  { version = true } = {},
): Example {
  const on = (at: (world: MatrixWorld) => UnitId) => async (world: MatrixWorld) => {
    const made = await roundAt(world, at(world), wish);
    return { id: made.round, ...(version ? { version: 2 } : {}), ...(await body(made, world)) };
  };
  return { inside: on(({ inside }) => inside), outside: on(({ outside }) => outside), beyond: "hidden" };
}

function onSubject(
  wish: Wish,
  body: (made: Made, world: MatrixWorld) => Input | Promise<Input> = () => ({}),
  { version = true } = {},
): Example {
  const { inside, outside, ...rest } = onRound(wish, async (made, world) => ({ id: made.subject, ...(await body(made, world)) }), {
    version,
  });
  return { inside, ...(outside ? { outside } : {}), ...rest };
}

/** A sheet of the caller's own on the other commune, and a sheet of somebody else, which is not there for the caller. */
function onSheet(wish: Wish, body: Input = {}, { version = true } = {}): Example {
  const of = async (world: MatrixWorld, judge: PersonId | undefined) => {
    const { sheet } = await roundAt(world, world.outside, { ...wish, judge });
    return { id: sheet, ...(version ? { version: 2 } : {}), ...body };
  };
  return {
    inside: (world: MatrixWorld, { person }: MatrixCaller) => of(world, person?.id ?? world.maker.id),
    outside: (world: MatrixWorld) => of(world, world.maker.id),
    beyond: "hidden",
  };
}

const onRubric = (state: RubricState, body: (id: string) => Input, beyond: "hidden" | "forbidden"): Example => {
  const on = (at: (world: MatrixWorld) => UnitId) => async (world: MatrixWorld) => {
    const id = await rubricAt(world, at(world), state);
    return { id, ...body(id) };
  };
  return { inside: on(({ inside }) => inside), outside: on(({ outside }) => outside), beyond };
};

const somebody = async (world: MatrixWorld) => (await panelOf(world)).people[2];

/** How each endpoint is called in the permission matrix. */
export const matrix: Matrix = {
  "rubrics.list": { inside: () => ({}), why: "published ones are there to be copied; drafts of one's own bodies" },
  "rubrics.samples": { inside: () => ({}), why: "starting sets that come with the program" },
  "rubrics.get": onRubric("draft", () => ({}), "hidden"),
  "rubrics.compare": onRubric("draft", (id) => ({ with: id }), "hidden"),
  "rubrics.create": { inside: () => rubricInput, why: "it is made for the post's own body" },
  "rubrics.edit": onRubric("draft", () => ({ ...rubricInput, version: 1 }), "hidden"),
  "rubrics.publish": onRubric("draft", () => ({ version: 1 }), "hidden"),
  // A published rubric everybody sees, so beyond reach the act is refused instead of hidden.
  "rubrics.revise": onRubric("published", () => ({}), "forbidden"),
  "rounds.list": { inside: () => ({}), why: "rounds of one's own bodies, panels and subjects" },
  "rounds.get": onRound({ round: "draft" }, () => ({}), { version: false }),
  "rounds.create": {
    inside: async (world) => roundInput(await rubricAt(world, world.inside, "published")),
    outside: async (world) => roundInput(await rubricAt(world, world.outside, "draft")),
    beyond: "hidden",
  },
  "rounds.edit": onRound({ round: "draft" }, ({ rubric }) => roundInput(rubric)),
  "rounds.open": onRound({ round: "draft" }),
  "rounds.cancel": onRound({}, () => ({ reason: "Gộp vào đợt sau" })),
  "rounds.close": {
    inside: async (world, { person }) => {
      const made = await roundAt(world, world.outside, { subject: "concluded", sheet: "sent", judge: person?.id ?? world.maker.id });
      return { id: made.round, version: 2 };
    },
    outside: async (world) => ({ id: (await roundAt(world, world.outside, { subject: "concluded", sheet: "sent" })).round, version: 2 }),
    beyond: "hidden",
  },
  "rounds.copy": onRound({ round: "open" }, () => ({}), { version: false }),
  "rounds.addSubjects": onRound({ round: "draft" }, (_made, world) => ({ units: [world.inside] })),
  "rounds.people": onRound({ round: "draft" }, (_made, world) => ({ unitId: world.inside }), { version: false }),
  "rounds.panel": onRound({}, () => ({ members: [] })),
  "rounds.draw": onRound({}),
  "subjects.get": onSubject({ subject: "sent" }, () => ({}), { version: false }),
  "subjects.remove": onSubject({}),
  "subjects.save": onSubject({}, () => ({ lines: [{ line: "a-1", points: "7,5", evidence: "Biên bản" }] })),
  "subjects.send": onSubject({ filled: true }),
  "subjects.return": onSubject({ subject: "sent" }, () => ({ reason: "Thiếu minh chứng" })),
  "subjects.check": onSubject({ subject: "sent" }, () => ({ passed: true })),
  "subjects.assign": onSubject({ subject: "sent" }, async (_made, world) => ({ personId: await somebody(world) })),
  "subjects.replace": onSubject({ subject: "judging", sheet: "draft" }, async ({ sheet }, world) => ({
    sheetId: sheet,
    reason: "Đi công tác dài ngày",
    personId: await somebody(world),
  })),
  "subjects.conclude": onSubject({ subject: "opened", sheet: "sent" }, () => ({ discussion: "Tổ nhất trí" })),
  "sheets.mine": { inside: () => ({}), why: "one's own sheets" },
  "sheets.get": onSheet({ subject: "judging", sheet: "draft" }, {}, { version: false }),
  "sheets.save": onSheet({ subject: "judging", sheet: "draft" }, { marks: [{ line: "a-1", points: "9" }] }),
  "sheets.send": onSheet({ subject: "judging", sheet: "draft" }),
  "sheets.recuse": onSheet({ subject: "judging", sheet: "draft" }, { reason: "Người nhà công tác ở đó" }),
  "sheets.change": onSheet({ subject: "opened", sheet: "sent" }, { mark: { line: "a-1", points: "7" }, reason: "Sau thảo luận" }),
};
