import { z } from "zod";
import { endpoint } from "../../../kernel/endpoint.ts";
import { nfc } from "../../../kernel/text.ts";
import { isCalendarDate } from "../../../kernel/time/index.ts";
import { unitIdIn } from "../../units/contract.ts";
import { CellKey } from "./cells.ts";
import {
  OddFigure,
  PartOwed,
  ProposedLine,
  Receipt,
  RecordBehind,
  Saved,
  Sending,
  Submission,
  SubmissionRow,
  TypedAnswer,
} from "./submissions-shapes.ts";

export * from "./submissions-shapes.ts";

const Day = z.string().refine(isCalendarDate, { error: "YYYY-MM-DD" });
const id = z.uuid();
const version = z.coerce.number().int().min(1);
const words = (max: number) => z.string().trim().max(max).transform(nfc);

const at = z.object({ id, version });
const part = z.object({ id, sectionId: z.string().max(40), unitId: unitIdIn, version });
const reason = words(2000).pipe(z.string().min(1));

const read = { access: "indicator:view", tag: "indicators", method: "GET" } as const;
const enter = { access: "submission:enter", tag: "indicators", method: "POST" } as const;
const approve = { access: "submission:approve", tag: "indicators", method: "POST" } as const;

/**
 * What units send in a round. A stale `version` is refused with `conflict`; `details.current` is the thing as it is now
 * (`Submission`, or `EntrySection` for a part). Files out: GET /files/indicators/submissions/{id}/document.
 */
export const submissionsContract = {
  open: endpoint({
    ...enter,
    path: "/indicators/rounds/{roundId}/units/{unitId}/submission",
    summary: "Open what a unit sends in a round: the current revision, or a new draft filled from records",
  })
    .input(z.object({ roundId: id, unitId: unitIdIn }))
    .output(Submission),
  get: endpoint({ ...read, path: "/indicators/submissions/{id}", summary: "Read a submission with everything that its entry page shows" })
    .input(z.object({ id }))
    .output(Submission),
  savePart: endpoint({
    ...enter,
    method: "PATCH",
    path: "/indicators/submissions/{id}/parts/{sectionId}",
    summary: "Save what was typed in a section (autosave): the cells named, and the words when given",
  })
    .input(
      part.extend({
        cells: z.record(CellKey, TypedAnswer).default({}),
        narrative: z.string().max(50_000).transform(nfc).optional(),
      }),
    )
    .output(Saved),
  doneWithPart: endpoint({
    ...enter,
    path: "/indicators/submissions/{id}/parts/{sectionId}/done",
    summary: "Hand a section in to the unit that sends the whole, or take it back",
  })
    .input(part.extend({ done: z.boolean() }))
    .output(Submission),
  submit: endpoint({
    ...enter,
    path: "/indicators/submissions/{id}/submit",
    summary: "Send, exactly once: the same key and content give the same receipt",
    description:
      "`key` is made by the client once per intention to send. `seen` names the version of every part; if one has moved since, `conflict` with `details.current`. The same key with another content is a `conflict` too. What stands in the way is refused with `invalid_input` and `details.blockers`.",
  })
    .input(
      z.object({
        id,
        key: z.uuid(),
        seen: z
          .array(z.object({ sectionId: z.string().max(40), unitId: unitIdIn, version }))
          .min(1)
          .max(2000),
      }),
    )
    .output(Receipt),
  takeBack: endpoint({
    ...enter,
    path: "/indicators/submissions/{id}/take-back",
    summary: "Take back what was sent, while nobody has approved it",
  })
    .input(at)
    .output(Submission),
  correct: endpoint({
    ...enter,
    path: "/indicators/submissions/{id}/correct",
    summary: "Begin a correction of an approved submission: a new revision, with the reason",
    successStatus: 201,
  })
    .input(at.extend({ reason }))
    .output(Submission),
  discard: endpoint({
    ...enter,
    method: "DELETE",
    path: "/indicators/submissions/{id}",
    summary: "Throw away a correction that was begun and not sent",
  })
    .input(at)
    .output(z.object({})),
  attachDocument: endpoint({
    ...enter,
    access: "indicator:view",
    path: "/indicators/submissions/{id}/document",
    summary: "Attach the signed document: number, date and file",
    description: "Multipart. By whoever enters figures for the unit, or its filing clerk. It takes the place of the own approval step.",
  })
    .input(at.extend({ number: words(100).pipe(z.string().min(1)), date: Day, file: z.file().max(25 * 1024 * 1024) }))
    .output(Submission),

  approve: endpoint({ ...approve, path: "/indicators/submissions/{id}/approve", summary: "Approve a submission at the step it waits at" })
    .input(at.extend({ text: words(2000).default("") }))
    .output(Submission),
  approveMany: endpoint({
    ...approve,
    path: "/indicators/submissions/approve-many",
    summary: "Approve several submissions at once",
    description: "Those that somebody has moved meanwhile, or that this person sent, are left as they are.",
  })
    .input(z.object({ items: z.array(at).min(1).max(500) }))
    .output(z.object({ approved: z.int(), left: z.int() })),
  return: endpoint({
    ...approve,
    path: "/indicators/submissions/{id}/return",
    summary: "Send a submission back with the cells and the reason",
  })
    .input(
      at.extend({
        reason,
        cells: z
          .array(z.object({ key: CellKey, reason }))
          .max(400)
          .default([]),
      }),
    )
    .output(Submission),

  records: endpoint({ ...read, path: "/indicators/submissions/{id}/records", summary: "List the records behind a computed cell" })
    .input(z.object({ id, sectionId: z.string().max(40), unitId: unitIdIn, key: CellKey }))
    .output(z.object({ records: z.array(RecordBehind), more: z.boolean() })),
  proposals: endpoint({ ...read, path: "/indicators/submissions/{id}/proposals", summary: "Propose lines for a heading from the records" })
    .input(z.object({ id, sectionId: z.string().max(40), unitId: unitIdIn }))
    .output(z.array(ProposedLine)),
  sending: endpoint({ ...read, path: "/indicators/submissions/{id}/sendings/{n}", summary: "Read what was sent, as it was" })
    .input(z.object({ id, n: z.coerce.number().int().min(1) }))
    .output(Sending),
  waiting: endpoint({
    ...read,
    access: "submission:approve",
    path: "/indicators/submissions/waiting",
    summary: "List what waits for one's approval",
  })
    .input(z.object({ roundId: id.optional(), page: z.coerce.number().int().min(1).max(10_000).default(1) }))
    .output(z.object({ items: z.array(SubmissionRow), total: z.int(), pageSize: z.int() })),
  partsOwed: endpoint({
    ...read,
    access: "submission:enter",
    path: "/indicators/submissions/parts-owed",
    summary: "List sections that one's units fill for others",
  })
    .input(z.object({}))
    .output(z.array(PartOwed)),
  oddest: endpoint({
    ...read,
    path: "/indicators/rounds/{roundId}/oddest",
    summary: "List the oddest figures of a round with the question to ask",
  })
    .input(z.object({ roundId: id, limit: z.coerce.number().int().min(1).max(100).default(10) }))
    .output(z.array(OddFigure)),
};
