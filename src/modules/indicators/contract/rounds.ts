export const roundsContract = {};
