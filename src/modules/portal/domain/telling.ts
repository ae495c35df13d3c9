/** Numbers that lead to a person: a telephone, an identity card. Found in a text, it does not go out. */
const personal = /(?<!\d)(?:(?:\+?84|0)(?:[ .-]?\d){8,10}|\d{12})(?!\d)/;

export const tellsNumber = (text: string): boolean => personal.test(text);
