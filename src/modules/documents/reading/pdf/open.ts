import { getDocumentProxy, getResolvedPDFJS } from "unpdf";
import type { Limits } from "../extracted.ts";
import { refusePages } from "../pages/refusals.ts";
import { withoutFax } from "./fax-pictures.ts";

export type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
export type PdfPage = Awaited<ReturnType<Pdf["getPage"]>>;
/** The numbers of a page's drawing operators, by name. */
export type Operators = Awaited<ReturnType<typeof getResolvedPDFJS>>["OPS"];

/** Nothing of a file is run, fetched or looked up on the machine. */
const safely = {
  isEvalSupported: false,
  useSystemFonts: false,
  disableFontFace: true,
  enableXfa: false,
  stopAtErrors: false,
  verbosity: 0,
} as const;

type Options = { maxImageSize?: number; CanvasFactory?: object };

/** Works with an open PDF and closes it. What the library throws about the file becomes a refusal that says what to do. */
export async function withPdf<T>(
  bytes: Uint8Array,
  limits: Pick<Limits, "pages">,
  work: (pdf: Pdf, operators: Operators) => Promise<T>,
  options: Options = {},
): Promise<T> {
  const pdf = await open(bytes, options);
  try {
    if (pdf.numPages === 0) throw refusePages.noPages();
    if (pdf.numPages > limits.pages) throw refusePages.tooManyPages(pdf.numPages, limits.pages);
    return await work(pdf, (await getResolvedPDFJS()).OPS);
  } finally {
    await pdf.loadingTask.destroy();
  }
}

async function open(bytes: Uint8Array, options: Options): Promise<Pdf> {
  try {
    // A copy: the library keeps what it is given and may detach it.
    return await getDocumentProxy(Uint8Array.from(withoutFax(bytes).bytes), { ...safely, ...options });
  } catch (error) {
    throw error instanceof Error && error.name === "PasswordException" ? refusePages.encrypted() : refusePages.damaged();
  }
}
