import { actorOf } from "../../../platform/http/context.ts";
import { routesFor } from "../../../platform/http/routes-for.ts";
import { formsContract } from "../contract/forms.ts";
import { copyForm, createForm, discardDraft, editForm, newVersion } from "../service/forms-editing.ts";
import { closeForm, exceptUnit, previewForm, publishForm, undoException } from "../service/forms-publishing.ts";
import { createFromDictionary } from "../service/forms-rows.ts";
import { readForm, readForms, readFormUnits } from "../service/forms-reading.ts";

const os = routesFor(formsContract);

export const formsRoutes = os.router({
  list: os.list.handler(({ input, context }) => readForms(context.db, actorOf(context), input)),
  get: os.get.handler(({ input, context }) => readForm(context.db, actorOf(context), input.id, input.edition)),
  units: os.units.handler(({ input, context }) => readFormUnits(context.db, actorOf(context), input.id)),

  create: os.create.handler(({ input, context }) =>
    createForm(context.db, actorOf(context), { ...input, origin: input.documentId === null ? "dictionary" : "outline" }, context.clock()),
  ),
  fromDictionary: os.fromDictionary.handler(({ input, context }) =>
    createFromDictionary(context.db, actorOf(context), input, context.clock()),
  ),
  copy: os.copy.handler(({ input, context }) => copyForm(context.db, actorOf(context), input, context.clock())),
  edit: os.edit.handler(({ input, context }) => editForm(context.db, actorOf(context), input, context.clock())),
  preview: os.preview.handler(({ input, context }) => previewForm(context.db, actorOf(context), input.id, context.clock())),
  except: os.except.handler(({ input, context }) => exceptUnit(context.db, actorOf(context), input, context.clock())),
  undoException: os.undoException.handler(({ input, context }) => undoException(context.db, actorOf(context), input, context.clock())),
  publish: os.publish.handler(({ input, context }) => publishForm(context.db, actorOf(context), input, context.clock())),
  newVersion: os.newVersion.handler(({ input, context }) => newVersion(context.db, actorOf(context), input, context.clock())),
  discard: os.discard.handler(({ input, context }) => discardDraft(context.db, actorOf(context), input)),
  close: os.close.handler(({ input, context }) => closeForm(context.db, actorOf(context), input)),
});
