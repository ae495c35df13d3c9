import { z } from "zod";
import { endpoint } from "../../../kernel/endpoint.ts";
import { id, version, words } from "../shapes.ts";
import {
  ImportDone,
  ImportInput,
  ImportPreview,
  ImportRun,
  Invitation,
  InvitationInput,
  Invited,
  Offer,
  OfferContent,
  OfferState,
  OwnOffer,
  Token,
} from "./shapes.ts";

export type * from "./shapes.ts";

const at = { id, version };
const reason = words(1000, 1);
const page = z.coerce.number().int().min(1).max(10_000).default(1);
const read = { method: "GET", access: "exemplar:register", tag: "exemplars" } as const;
const write = { method: "POST", access: "exemplar:register", tag: "exemplars" } as const;
/** Without a session: whoever holds the secret. It travels in the body, never in an address that is logged. */
const open = { method: "POST", access: "public", tag: "exemplars" } as const;

export const registrationContract = {
  invitations: {
    list: endpoint({ ...read, path: "/exemplar-invitations", summary: "List the links through which people offer models to one's units" })
      .input(z.object({ page }))
      .output(z.object({ items: z.array(Invitation), total: z.number().int(), pageSize: z.number().int() })),
    create: endpoint({
      ...write,
      path: "/exemplar-invitations",
      summary: "Make a link for people without an account; its address is told once",
      successStatus: 201,
    })
      .input(InvitationInput)
      .output(Invitation.extend({ url: z.string() })),
    revoke: endpoint({ ...write, path: "/exemplar-invitations/{id}/revoke", summary: "End a link" })
      .input(z.object(at))
      .output(Invitation),
  },
  offers: {
    invited: endpoint({ ...open, path: "/exemplar-offers/invited", summary: "Read what a link asks for" })
      .input(z.object({ token: Token }))
      .output(Invited),
    give: endpoint({
      ...open,
      path: "/exemplar-offers",
      summary: "Offer a model through a link; answers with a receipt",
      description: "The same `once` again is the same offer.",
      successStatus: 201,
    })
      .input(z.object({ token: Token, once: z.uuid(), content: OfferContent }))
      .output(z.object({ receipt: Token, offer: OwnOffer })),
    own: endpoint({ ...open, path: "/exemplar-offers/own", summary: "Read one's offer with its receipt" })
      .input(z.object({ receipt: Token }))
      .output(OwnOffer),
    amend: endpoint({ ...open, path: "/exemplar-offers/amend", summary: "Change one's offer until the unit has settled it" })
      .input(z.object({ receipt: Token, content: OfferContent }))
      .output(OwnOffer),
    list: endpoint({ ...read, path: "/exemplar-offers", summary: "List what was offered to one's units" })
      .input(z.object({ state: OfferState.or(z.literal("open")).default("open"), page }))
      .output(z.object({ items: z.array(Offer), total: z.number().int(), pageSize: z.number().int() })),
    ask: endpoint({ ...write, path: "/exemplar-offers/{id}/ask", summary: "Ask back; whoever holds the receipt reads it" })
      .input(z.object({ ...at, question: reason }))
      .output(Offer),
    take: endpoint({ ...write, path: "/exemplar-offers/{id}/take", summary: "Take an offer over as the unit's own draft" })
      .input(z.object(at))
      .output(Offer),
    setAside: endpoint({ ...write, path: "/exemplar-offers/{id}/set-aside", summary: "Set an offer aside with a reason" })
      .input(z.object({ ...at, reason }))
      .output(Offer),
  },
  imports: {
    list: endpoint({
      ...read,
      access: "exemplar:view",
      path: "/exemplar-imports",
      summary: "List the old lists that were taken in for one's units",
    })
      .input(z.object({ page }))
      .output(z.object({ items: z.array(ImportDone), total: z.number().int(), pageSize: z.number().int() })),
    preview: endpoint({
      ...write,
      path: "/exemplar-imports/preview",
      summary: "Read an old list (.xlsx, .csv): its columns, what is wrong per row, which rows look like others",
      description: "Nothing is kept. Send the same file again with what was corrected.",
    })
      .input(ImportInput)
      .output(ImportPreview),
    run: endpoint({ ...write, path: "/exemplar-imports", summary: "Take an old list in as models carried out before", successStatus: 201 })
      .input(ImportRun)
      .output(
        ImportDone.extend({
          /** Rows that could not be read. */
          left: z.number().int(),
          /** Rows that became no model: their cells stand in the notes of the one they are. */
          kept: z.number().int(),
        }),
      ),
    accept: endpoint({
      ...write,
      access: "exemplar:accept",
      path: "/exemplar-imports/{id}/accept",
      summary: "Accept all of an old list that one's body reviews",
    })
      .input(z.object(at))
      .output(ImportDone),
    undo: endpoint({ ...write, path: "/exemplar-imports/{id}/undo", summary: "Withdraw all of an old list that nobody has touched since" })
      .input(z.object(at))
      .output(ImportDone),
  },
};
