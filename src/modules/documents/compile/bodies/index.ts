/** Bodies in running text: where a name begins, how far it goes, which pieces of a list are one name. */
export type { Bodies } from "./list.ts";
export { readBodies, wholeBodies } from "./list.ts";
export { unitNames, withUnits, type UnitNames } from "./units.ts";
export { headAt, lexical, predicateAt } from "./words.ts";
