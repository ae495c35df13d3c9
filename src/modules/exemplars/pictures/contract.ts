import { z } from "zod";
import { endpoint } from "../../../kernel/endpoint.ts";
import { UnitRef } from "../../units/contract.ts";
import { Day, id, version, words } from "../shapes.ts";

/** Whom a picture shows. Of children and of the poor nothing is public without a recorded consent or with a face to be seen. */
export const PictureShows = z.enum(["none", "people", "children-or-poor"]);
export type PictureShows = z.infer<typeof PictureShows>;

/** How a consent was given: on paper; in the minutes of a meeting of parents or of the village; by word of mouth. */
export const ConsentHow = z.enum(["paper", "minutes", "spoken"]);
export type ConsentHow = z.infer<typeof ConsentHow>;

const share = z.number().min(0).max(1);
/** Where something is to be covered, as shares of the picture's width and height. */
export const BlurArea = z
  .object({ shape: z.enum(["rectangle", "ellipse"]), x: share, y: share, width: z.number().gt(0).max(1), height: z.number().gt(0).max(1) })
  .refine(({ x, y, width, height }) => x + width <= 1.001 && y + height <= 1.001, { error: "outside of the picture" });
export type BlurArea = z.infer<typeof BlurArea>;

export const PictureState = z.enum(["quarantined", "ready", "refused"]);
export type PictureState = z.infer<typeof PictureState>;

export const PictureAct = z.enum(["edit", "consent", "withdraw-consent", "blur", "take-out"]);
export type PictureAct = z.infer<typeof PictureAct>;

/** Bytes under /files/exemplars/pictures/{id}/{size}. `public`: what may be public, which is all that those beyond see. */
export const PictureSize = z.enum(["thumb", "web", "print", "blurred", "public"]);
export type PictureSize = z.infer<typeof PictureSize>;

export const ExemplarPicture = z.object({
  id,
  version: z.number().int(),
  eventId: id.nullable(),
  state: PictureState,
  refusal: z.enum(["not-picture", "broken", "too-many-pixels"]).nullable(),
  name: z.string(),
  caption: z.string(),
  /** What is to be seen, for those who cannot see it. */
  alt: z.string(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  cover: z.boolean(),
  shows: PictureShows.nullable(),
  consent: z.object({ by: z.string(), on: Day, how: ConsentHow, where: z.string().nullable() }).nullable(),
  blur: z.object({ areas: z.array(BlurArea), coversAll: z.boolean() }).nullable(),
  /** Whether an editor could make it public now, and as what. */
  public: z.enum(["picture", "blurred"]).nullable(),
  /** The sizes that this person may open. */
  sizes: z.array(PictureSize),
  added: z.object({ by: z.string(), unit: UnitRef, on: Day }),
  can: z.array(PictureAct),
});
export type ExemplarPicture = z.infer<typeof ExemplarPicture>;

export const ExemplarPaper = z.object({
  id,
  eventId: id.nullable(),
  name: z.string(),
  size: z.number().int(),
  added: z.object({ by: z.string(), unit: UnitRef, on: Day }),
  mayTakeOut: z.boolean(),
});
export type ExemplarPaper = z.infer<typeof ExemplarPaper>;

export const ExemplarPictures = z.object({
  items: z.array(ExemplarPicture),
  papers: z.array(ExemplarPaper),
  mayAdd: z.boolean(),
  /** The post sees only what may be public: it has no part in this exemplar. */
  beyond: z.boolean(),
});
export type ExemplarPictures = z.infer<typeof ExemplarPictures>;

const read = { method: "GET", access: "exemplar:view", tag: "exemplars" } as const;
const write = { method: "POST", access: "exemplar:register", tag: "exemplars" } as const;
const files = z.array(z.file()).max(10).optional();
const of = { id };
const one = { id, picture: id, version };
const reason = words(500, 1);

/** Outside the contract: GET /files/exemplars/pictures/{picture}/{size}, GET /files/exemplars/papers/{paper}. */
export const picturesContract = {
  list: endpoint({
    ...read,
    path: "/exemplars/{id}/pictures",
    summary: "List photographs and papers of an exemplar",
    description: "Those who have no part in it get the photographs that may be public, and no papers.",
  })
    .input(z.object(of))
    .output(ExemplarPictures),
  add: endpoint({
    ...write,
    path: "/exemplars/{id}/pictures",
    summary: "Add photographs and papers",
    description:
      "A photograph is quarantined until it was decoded and drawn anew; what was added already is not added again. A file marked secret is refused and nothing of it kept.",
    successStatus: 201,
  })
    .input(z.object({ ...of, photos: files, papers: files, shows: PictureShows.optional(), eventId: id.optional() }))
    .output(ExemplarPictures),
  edit: endpoint({
    ...write,
    method: "PATCH",
    path: "/exemplars/{id}/pictures/{picture}",
    summary: "Say what a photograph shows; what is not given stays",
    description: "Another answer to whom it shows takes the recorded consent off, and what may be public changes at once.",
  })
    .input(
      z.object({
        ...one,
        caption: words(300).optional(),
        alt: words(300).optional(),
        shows: PictureShows.optional(),
        cover: z.boolean().optional(),
      }),
    )
    .output(ExemplarPictures),
  consent: endpoint({
    ...write,
    path: "/exemplars/{id}/pictures/{picture}/consent",
    summary: "Record that those shown, or their parents, agreed",
    description: "Who records it, when and how it was given; whose it is stays on the paper.",
  })
    .input(z.object({ ...one, how: ConsentHow, where: words(200).nullish() }))
    .output(ExemplarPictures),
  withdrawConsent: endpoint({
    ...write,
    path: "/exemplars/{id}/pictures/{picture}/consent/withdraw",
    summary: "Take a recorded consent off; at once nothing of the picture that needed it may be public",
  })
    .input(z.object({ ...one, reason }))
    .output(ExemplarPictures),
  blur: endpoint({
    ...write,
    method: "PUT",
    path: "/exemplars/{id}/pictures/{picture}/blur",
    summary: "Cover areas of a photograph for good in what may be public; no area takes the covered version away",
    description: "Without the covered version it must be said again whom the picture shows before anything may be public.",
  })
    .input(z.object({ ...one, areas: z.array(BlurArea).max(60), coversAll: z.boolean().default(false) }))
    .output(ExemplarPictures),
  takeOut: endpoint({ ...write, path: "/exemplars/{id}/pictures/{picture}/take-out", summary: "Take a photograph out, with a reason" })
    .input(z.object({ ...one, reason }))
    .output(ExemplarPictures),
  takeOutPaper: endpoint({ ...write, path: "/exemplars/{id}/papers/{paper}/take-out", summary: "Take a paper out, with a reason" })
    .input(z.object({ id, paper: id, reason }))
    .output(ExemplarPictures),
};
