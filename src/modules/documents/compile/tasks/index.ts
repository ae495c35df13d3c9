/** Obligations of a plan, pass by pass: paragraphs → units → groups of clauses → tasks. */
export { headingDue, inheritedLead, sectionOf } from "./headings.ts";
export { readUnits, soloUnit } from "./reading.ts";
export { tasksOf } from "./tasks.ts";
export type { Group, Unit } from "./unit.ts";
