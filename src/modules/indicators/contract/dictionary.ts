export const dictionaryContract = {};
