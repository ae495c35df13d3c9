import { composePages } from "../pages/compose.ts";
import { openRecogniser, PageGivenUp, type FileToRead, type PageRead } from "./recogniser.ts";

/**
 * A scan recognised at once, page after page, with nothing kept: for the command line. `onPage` hears which page is next.
 * A page that is given up is left out. Throws a Problem for a file that cannot be opened.
 */
export async function recogniseWhole(file: FileToRead, onPage: (page: number, pages: number) => void): Promise<string> {
  let recogniser = await openRecogniser(file);
  const { pages } = recogniser;
  const read: PageRead[] = [];
  try {
    for (let page = 1; page <= pages; page++) {
      onPage(page, pages);
      try {
        read.push(await recogniser.read(page));
      } catch (error) {
        if (!(error instanceof PageGivenUp)) throw error;
        // It took its process with it.
        recogniser.close();
        recogniser = await openRecogniser(file);
      }
    }
  } finally {
    recogniser.close();
  }
  return composePages(read).lines.join("\n");
}
