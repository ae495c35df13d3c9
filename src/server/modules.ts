import {
  actNames as activityActs,
  activitiesRoutes,
  activityDownloads,
  activityMeasures,
  activityNarratives,
  canSeeActivity,
  fieldNames as activityFields,
  planDaily,
  searchActivities,
} from "../modules/activities/index.ts";
import {
  actNames as appraisalActs,
  appraisalDownloads,
  appraisalMeasures,
  appraisalRoutes,
  canSeeAppraisalRound,
  canSeeAppraisalSubject,
  canSeeRubric,
  fieldNames as appraisalFields,
  appraisalWaiting,
} from "../modules/appraisal/index.ts";
import { actNames as auditActs, auditModule } from "../modules/audit/index.ts";
import {
  actNames as awardActs,
  awardDownloads,
  awardsOnDesk,
  awardsRoutes,
  canSeeAward,
  canSeeAwardCampaign,
  canSeeAwardCandidate,
  canSeeContest,
  canSeeContestEntry,
  contestsOnDesk,
  fieldNames as awardFields,
  searchAwards,
} from "../modules/awards/index.ts";
import { actNames as demoActs, demoJobs, demoRoutes } from "../modules/demo/index.ts";
import {
  canSeeDocument,
  documentJobs,
  documentDownloads,
  documentsRoutes,
  markEarlierDocuments,
  reviewsWaiting,
  searchDocuments,
  actNames as documentActs,
  fieldNames as documentFields,
} from "../modules/documents/index.ts";
import {
  canSeeDecision,
  canSeeExemplar,
  canSeeExemplarRound,
  decisionsToSign,
  exemplarDownloads,
  exemplarJobs,
  exemplarMeasures,
  exemplarNarratives,
  forgetTouched,
  exemplarsRoutes,
  searchExemplars,
  actNames as exemplarActs,
  fieldNames as exemplarFields,
  recognitionNews,
  lifeOnDesk,
  registrationsOnDesk,
} from "../modules/exemplars/index.ts";
import {
  canSeePerson,
  canSeePost,
  identityJobs,
  identityRoutes,
  searchPeople,
  actNames as identityActs,
  fieldNames as identityFields,
  personNames,
} from "../modules/identity/index.ts";
import {
  canSeeForm,
  canSeeIndicator,
  canSeeRound,
  foldFigures,
  indicatorsRoutes,
  layoutDownloads,
  openRoundsDaily,
  proveFigures,
  roundsOnDesk,
  searchForms,
  actNames as indicatorActs,
  fieldNames as indicatorFields,
  canSeeSubmission,
  partsOnDesk,
  submissionDownloads,
  submissionsOnDesk,
} from "../modules/indicators/index.ts";
import {
  actNames as noticeActs,
  extensionsWaiting,
  fieldNames as noticeFields,
  noticeJobs,
  noticesRoutes,
} from "../modules/notices/index.ts";
import { actNames as operationActs } from "../modules/operations/index.ts";
import { operationsRoutes } from "../modules/operations/routes.ts";
import {
  canSeePlan,
  openPeriodsDaily,
  planDownloads,
  planTargets,
  plansRoutes,
  plansWaiting,
  searchPlans,
  actNames as planActs,
  fieldNames as planFields,
} from "../modules/plans/index.ts";
import {
  actNames as portalActs,
  canSeePublication,
  canSeeStory,
  countVotes,
  emptyMonthsOnDesk,
  fieldNames as portalFields,
  portalPages,
  portalRoutes,
} from "../modules/portal/index.ts";
import {
  actNames as reportActs,
  canSeeReport,
  fieldNames as reportFields,
  reportDownloads,
  reportsRoutes,
  reportsWaiting,
  searchReports,
  type ReportSources,
} from "../modules/reports/index.ts";
import { searchRoutes, type Searcher } from "../modules/search/routes.ts";
import {
  canSeeWork,
  dutiesToServe,
  searchWork,
  workDownloads,
  workRoutes,
  type DeskSource,
  actNames as workActs,
  fieldNames as workFields,
} from "../modules/work/index.ts";
import {
  actNames as unitActs,
  canSeeUnit,
  fieldNames as unitFields,
  searchForUnits,
  unitDownloads,
  unitsRoutes,
} from "../modules/units/index.ts";
import type { MeasureSource } from "../platform/measure.ts";
import type { Module } from "../platform/module.ts";

/** What lies on a desk besides work: each slice that has something offers a source. */
const deskSources: DeskSource[] = [
  registrationsOnDesk,
  reviewsWaiting,
  plansWaiting,
  submissionsOnDesk,
  partsOnDesk,
  roundsOnDesk,
  appraisalWaiting,
  extensionsWaiting,
  reportsWaiting,
  decisionsToSign,
  recognitionNews,
  lifeOnDesk,
  awardsOnDesk,
  contestsOnDesk,
  emptyMonthsOnDesk,
];

/** What slices compute from their records: forms are filled and targets counted by it. */
const measureSources: MeasureSource[] = [activityMeasures, appraisalMeasures, exemplarMeasures];

/** What a report is made of besides what units sent. The command line makes reports too. */
export const reportSources: ReportSources = {
  measures: measureSources,
  narratives: [activityNarratives, exemplarNarratives],
  targets: planTargets,
};

/** What the search box looks through, in the order in which it shows it. */
const searchers: Searcher[] = [
  searchForUnits,
  searchDocuments,
  searchPlans,
  searchExemplars,
  searchAwards,
  searchActivities,
  searchWork,
  searchForms,
  searchPeople,
  searchReports,
];

/** The slices in the order of DESIGN.md. The server, the command line and the tests read this one list. */
export const modules: Module[] = [
  auditModule({
    dictionary: {
      acts: {
        ...auditActs,
        ...unitActs,
        ...identityActs,
        ...documentActs,
        ...activityActs,
        ...workActs,
        ...indicatorActs,
        ...planActs,
        ...appraisalActs,
        ...exemplarActs,
        ...awardActs,
        ...reportActs,
        ...noticeActs,
        ...portalActs,
        ...operationActs,
        ...demoActs,
      },
      fields: {
        ...unitFields,
        ...identityFields,
        ...documentFields,
        ...activityFields,
        ...workFields,
        ...indicatorFields,
        ...planFields,
        ...appraisalFields,
        ...exemplarFields,
        ...awardFields,
        ...reportFields,
        ...noticeFields,
        ...portalFields,
      },
    },
    personNames,
    visibility: (kind) => modules.map(({ canSee }) => canSee?.[kind]).find((maySee) => maySee !== undefined),
  }),
  { name: "units", router: unitsRoutes, downloads: unitDownloads, canSee: { unit: canSeeUnit } },
  { name: "identity", router: identityRoutes, jobs: identityJobs, canSee: { person: canSeePerson, post: canSeePost } },
  {
    name: "documents",
    router: documentsRoutes,
    jobs: documentJobs,
    start: markEarlierDocuments,
    downloads: documentDownloads,
    canSee: { document: canSeeDocument },
  },
  {
    name: "activities",
    router: activitiesRoutes({ duties: dutiesToServe }),
    jobs: [planDaily],
    downloads: activityDownloads,
    measures: activityMeasures,
    narratives: activityNarratives,
    canSee: { activity: canSeeActivity },
  },
  { name: "work", router: workRoutes(deskSources), downloads: workDownloads, canSee: { work: canSeeWork } },
  {
    name: "indicators",
    router: indicatorsRoutes(reportSources),
    downloads: (...given) => [submissionDownloads, layoutDownloads].forEach((register) => register(...given)),
    jobs: [openRoundsDaily, foldFigures, proveFigures],
    canSee: { form: canSeeForm, indicator: canSeeIndicator, round: canSeeRound, submission: canSeeSubmission },
  },
  { name: "plans", router: plansRoutes(measureSources), jobs: [openPeriodsDaily], downloads: planDownloads, canSee: { plan: canSeePlan } },
  {
    name: "appraisal",
    router: appraisalRoutes,
    downloads: appraisalDownloads,
    measures: appraisalMeasures,
    canSee: { "appraisal-rubric": canSeeRubric, "appraisal-round": canSeeAppraisalRound, "appraisal-subject": canSeeAppraisalSubject },
  },
  {
    name: "exemplars",
    router: exemplarsRoutes,
    jobs: [...exemplarJobs, forgetTouched],
    downloads: exemplarDownloads,
    measures: exemplarMeasures,
    narratives: exemplarNarratives,
    canSee: { exemplar: canSeeExemplar, "exemplar-round": canSeeExemplarRound, "exemplar-decision": canSeeDecision },
  },
  {
    name: "awards",
    router: awardsRoutes,
    downloads: awardDownloads,
    canSee: {
      award: canSeeAward,
      "award-campaign": canSeeAwardCampaign,
      "award-candidate": canSeeAwardCandidate,
      contest: canSeeContest,
      "contest-entry": canSeeContestEntry,
    },
  },
  {
    name: "reports",
    router: reportsRoutes(reportSources),
    downloads: reportDownloads(reportSources),
    canSee: { report: canSeeReport },
  },
  { name: "notices", router: noticesRoutes, jobs: noticeJobs },
  {
    name: "portal",
    router: portalRoutes(measureSources),
    jobs: [countVotes],
    downloads: portalPages(measureSources),
    canSee: { publication: canSeePublication, story: canSeeStory },
  },
  { name: "search", router: searchRoutes(searchers) },
  { name: "operations", router: operationsRoutes },
  { name: "demo", router: demoRoutes, jobs: demoJobs },
];
