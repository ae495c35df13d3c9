/** Who does it and with whom: the subject of a sentence, the object of "Giao/Đề nghị", the partners of "phối hợp với". */
export { bracketedOrder, heldBetween } from "./agents.ts";
export type { Subject } from "./subject.ts";
export { readLead } from "./lead.ts";
export { readPartners } from "./partners.ts";
