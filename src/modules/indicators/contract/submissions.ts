export const submissionsContract = {};
