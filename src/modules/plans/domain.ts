/** The rules that the staff application shows while somebody types; the rest of the folder is the server's. */
export { dueFromWords } from "./domain/deadlines.ts";
