import { activitiesContract } from "./activities/contract.ts";
import { appraisalContract } from "./appraisal/contract.ts";
import { auditContract } from "./audit/contract.ts";
import { awardsContract } from "./awards/contract.ts";
import { demoContract } from "./demo/contract.ts";
import { documentsContract } from "./documents/contract.ts";
import { exemplarsContract } from "./exemplars/contract.ts";
import { identityContract } from "./identity/contract.ts";
import { indicatorsContract } from "./indicators/contract.ts";
import { noticesContract } from "./notices/contract.ts";
import { operationsContract } from "./operations/contract.ts";
import { plansContract } from "./plans/contract.ts";
import { portalContract } from "./portal/contract.ts";
import { reportsContract } from "./reports/contract.ts";
import { searchContract } from "./search/contract.ts";
import { unitsContract } from "./units/contract.ts";
import { workContract } from "./work/contract.ts";

/**
 * Every endpoint of the system, one line per slice. The server implements it, the web and the API page read it,
 * and tests walk it: an endpoint that is not here does not exist.
 */
export const contract = {
  audit: auditContract,
  units: unitsContract,
  identity: identityContract,
  documents: documentsContract,
  activities: activitiesContract,
  work: workContract,
  indicators: indicatorsContract,
  plans: plansContract,
  appraisal: appraisalContract,
  exemplars: exemplarsContract,
  awards: awardsContract,
  reports: reportsContract,
  notices: noticesContract,
  portal: portalContract,
  search: searchContract,
  operations: operationsContract,
  demo: demoContract,
};
