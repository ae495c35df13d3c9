/**
 * Which reading a document's items come from. Raise it with every change that reads real documents differently: screens
 * then offer to read them again, keeping what people decided.
 */
export const compilerVersion = "3";
