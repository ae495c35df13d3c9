export const intakeContract = {};
