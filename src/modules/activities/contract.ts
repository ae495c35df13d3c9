export const activitiesContract = {};
