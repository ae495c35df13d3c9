import type { DocumentId } from "../../../kernel/ids.ts";
import type { Transaction } from "../../../platform/database/index.ts";
import { headerFrom } from "../domain/items.ts";
import { lawKey } from "../domain/law.ts";
import { numberKey } from "../domain/number.ts";
import { updateDocument, type DocumentRow } from "../store/documents.ts";
import { listItems } from "../store/items.ts";
import type { HeaderValue } from "../values.ts";

const printedDate = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/** The register entry follows the header's items: what is dropped there is empty here. */
export async function enterHeader(tx: Transaction, id: DocumentId): Promise<DocumentRow> {
  const items = await listItems(tx, id, "header");
  const header = headerFrom(items.filter(({ state }) => state !== "dropped").map(({ value }) => value as HeaderValue));
  const number = header.number ?? header.symbol;
  return updateDocument(tx, id, {
    doc_type: header.docType,
    number,
    number_key: numberKey(number),
    law_key: lawKey({ type: header.docType, title: header.subject }),
    printed_date: header.date !== null && printedDate.test(header.date) ? header.date : null,
    place: header.place,
    issuer: header.issuer,
    subject: header.subject,
  });
}
