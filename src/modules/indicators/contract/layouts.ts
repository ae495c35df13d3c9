export const layoutsContract = {};
