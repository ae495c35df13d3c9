/** The pure rules that the browser shows while one types: the same ones that the server decides by. */
export { needsComment, totalOf } from "./domain/marking.ts";
export { countsMet, linesOf, scaleOf, type RoledLine } from "./domain/rubric.ts";
export { countedKind } from "./domain/shares.ts";
