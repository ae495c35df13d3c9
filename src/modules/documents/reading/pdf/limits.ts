/** Recognising takes seconds a page; a longer scan is better split. */
export const mostScannedPages = 120;
