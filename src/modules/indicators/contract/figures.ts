export const figuresContract = {};
