/** Who does it and with whom: the subject of a sentence, the object of "Giao/Đề nghị", the partners of "phối hợp với". */
export { bracketedOrder, heldBetween } from "./subjects/agents.ts";
export type { Subject } from "./subjects/subject.ts";
export { readLead } from "./subjects/lead.ts";
export { readPartners } from "./subjects/partners.ts";
