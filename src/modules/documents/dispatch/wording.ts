/** With exactly this mark at the end, whatever the writer put there. */
export function closed(text: string, mark: string): string {
  return text.trim().replace(/[;,.]+$/u, "") + mark;
}

/** For a subject that goes on inside a sentence: lower-case first letter, unless the first word is an abbreviation ("MTTQ …"). */
export function lowerFirst(text: string): string {
  return /^\p{Lu}{2}/u.test(text) ? text : text.charAt(0).toLocaleLowerCase("vi") + text.slice(1);
}

export function upperFirst(text: string): string {
  return text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);
}
