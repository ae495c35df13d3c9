export { actNames, fieldNames } from "./acts.ts";
export { canSeePerson, canSeePost, peopleAt, personName, personNames } from "./directory.ts";
export { identityJobs } from "./jobs.ts";
export { searchPeople } from "./searching.ts";
export { beginSession, readCaller } from "./service/sessions.ts";
export { firstSetUp, isSetUp } from "./service/set-up.ts";
export { addPerson } from "./service/people.ts";
export { makeLink } from "./service/link-making.ts";
export { setUpNotice } from "./start.ts";
