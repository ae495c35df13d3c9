import type { DocumentId } from "../../kernel/ids.ts";
import { actorOf } from "../../platform/http/context.ts";
import { routesFor } from "../../platform/http/routes-for.ts";
import { documentsContract } from "./contract.ts";
import { draftPaper } from "./service/check-paper.ts";
import { checkDraft, readCheck, setFindingAside } from "./service/check.ts";
import { forgetCorrection, readOffers, readRemembered, setSilent } from "./service/corrections.ts";
import { finishReview, readAgain, reopenReview, setEntry, settleLookalikeOf } from "./service/entry.ts";
import { correctPage, readPages, readPageText, readRefusals, seeRefusal, stopRecognition } from "./service/pages.ts";
import { readCitations, readEntry, readItems, readText, searchRegister } from "./service/reading.ts";
import { acceptAllConfident, acceptItem, addItem, correctItem, dropItem, linkCitation, restoreItem, splitItem } from "./service/review.ts";
import { settleItems } from "./service/settle.ts";
import { compareDocuments, compareReadings } from "./service/register-comparison.ts";
import { readChain, readWanted, setProposalAside } from "./service/register-graph.ts";
import { readReviewsDue } from "./service/register-reviews.ts";
import { readUnresolved } from "./service/unresolved.ts";
import { uploadDocument } from "./service/upload.ts";

const os = routesFor(documentsContract);

/** Ids come as plain strings; here they become what they are. */
const known = <T extends { id: string }>(input: T) => ({ ...input, id: input.id as DocumentId });

const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const bytesOf = async (file: File) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });

export const documentsRoutes = os.router({
  upload: os.upload.handler(async ({ input: { file, internal }, context }) =>
    uploadDocument(context, actorOf(context), {
      file: await bytesOf(file),
      internal: internal === "yes",
    }),
  ),
  list: os.list.handler(({ input, context }) => searchRegister(context.db, actorOf(context), input)),
  get: os.get.handler(({ input, context }) => readEntry(context.db, actorOf(context), known(input).id)),
  text: os.text.handler(({ input, context }) => readText(context.db, actorOf(context), known(input).id)),
  citations: os.citations.handler(({ input, context }) => readCitations(context.db, actorOf(context), known(input).id)),
  items: os.items.handler(({ input, context }) => readItems(context.db, actorOf(context), known(input).id, input.kind)),
  unresolved: os.unresolved.handler(({ input, context }) =>
    readUnresolved(context.db, actorOf(context), known(input).id, context.clock(), input.asOf),
  ),

  setEntry: os.setEntry.handler(({ input, context }) => setEntry(context.db, actorOf(context), known(input))),
  settleLookalike: os.settleLookalike.handler(({ input, context }) =>
    settleLookalikeOf(context.db, actorOf(context), { ...known(input), other: input.other as DocumentId, now: context.clock() }),
  ),
  readAgain: os.readAgain.handler(({ input, context }) => readAgain(context.db, actorOf(context), known(input))),
  finish: os.finish.handler(({ input, context }) => finishReview(context.db, actorOf(context), { ...known(input), now: context.clock() })),
  reopen: os.reopen.handler(({ input, context }) => reopenReview(context.db, actorOf(context), known(input))),

  accept: os.accept.handler(({ input, context }) => acceptItem(context.db, actorOf(context), known(input), context.clock())),
  correct: os.correct.handler(({ input, context }) => correctItem(context.db, actorOf(context), known(input), context.clock())),
  drop: os.drop.handler(({ input, context }) => dropItem(context.db, actorOf(context), known(input), context.clock())),
  restore: os.restore.handler(({ input, context }) => restoreItem(context.db, actorOf(context), known(input), context.clock())),
  add: os.add.handler(({ input, context }) => addItem(context.db, actorOf(context), known(input), context.clock())),
  split: os.split.handler(({ input, context }) => splitItem(context.db, actorOf(context), known(input), context.clock())),
  acceptConfident: os.acceptConfident.handler(({ input, context }) =>
    acceptAllConfident(context.db, actorOf(context), known(input), context.clock()),
  ),
  settle: os.settle.handler(({ input, context }) => settleItems(context.db, actorOf(context), known(input), context.clock())),
  offers: os.offers.handler(({ input, context }) => readOffers(context.db, actorOf(context), known(input).id)),
  remembered: os.remembered.handler(({ input, context }) =>
    readRemembered(context.db, actorOf(context), input.document as DocumentId | undefined),
  ),
  setCorrectionSilent: os.setCorrectionSilent.handler(({ input, context }) =>
    setSilent(context.db, actorOf(context), { ...input, now: context.clock() }),
  ),
  forgetCorrection: os.forgetCorrection.handler(({ input, context }) => forgetCorrection(context.db, actorOf(context), input)),
  linkCitation: os.linkCitation.handler(({ input, context }) =>
    linkCitation(context.db, actorOf(context), { ...known(input), document: input.document as DocumentId | null }, context.clock()),
  ),

  pages: os.pages.handler(({ input, context }) => readPages(context.db, actorOf(context), known(input).id)),
  page: os.page.handler(({ input, context }) => readPageText(context.db, actorOf(context), known(input).id, input.page)),
  correctPage: os.correctPage.handler(({ input, context }) =>
    correctPage(context.db, actorOf(context), { ...known(input), now: context.clock() }),
  ),
  stopRecognition: os.stopRecognition.handler(({ input, context }) => stopRecognition(context.db, actorOf(context), known(input))),
  refusals: os.refusals.handler(({ context }) => readRefusals(context.db, actorOf(context))),
  seeRefusal: os.seeRefusal.handler(({ input, context }) => seeRefusal(context.db, actorOf(context), input.id, context.clock())),

  check: os.check.handler(({ input, context }) => readCheck(context.db, actorOf(context), known(input).id, context.clock())),
  setFindingAside: os.setFindingAside.handler(({ input, context }) =>
    setFindingAside(context.db, actorOf(context), { ...known(input), now: context.clock() }),
  ),
  draftPaper: os.draftPaper.handler(async ({ input: { file }, context }) => {
    const { name, bytes } = await draftPaper(context.db, actorOf(context), await bytesOf(file), context.clock());
    return new File([Buffer.from(bytes)], name, { type: word });
  }),
  checkDraft: os.checkDraft.handler(async ({ input: { file }, context }) =>
    checkDraft(context.db, actorOf(context), await bytesOf(file), context.clock()),
  ),

  chain: os.chain.handler(({ input, context }) =>
    readChain(context.db, actorOf(context), { ...input, document: input.document as DocumentId | undefined }),
  ),
  wanted: os.wanted.handler(({ input, context }) => readWanted(context.db, actorOf(context), input)),
  reviewsDue: os.reviewsDue.handler(({ input, context }) => readReviewsDue(context.db, actorOf(context), input)),
  setProposalAside: os.setProposalAside.handler(({ input, context }) =>
    setProposalAside(context.db, actorOf(context), input, context.clock()),
  ),
  compare: os.compare.handler(({ input, context }) =>
    compareDocuments(context.db, actorOf(context), { one: input.one as DocumentId, other: input.other as DocumentId }),
  ),
  compareReadings: os.compareReadings.handler(({ input, context }) => compareReadings(context.db, actorOf(context), known(input).id)),
});
