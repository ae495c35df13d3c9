import type { ExemplarDetail } from "../../src/modules/exemplars/contract.ts";

/** What each part of an exemplar's page is given. */
export type TabProps = { exemplar: ExemplarDetail };
