import type { Language } from "../../src/kernel/language.ts";

/**
 * Language and type size as this browser last used them, so that the page before sign-in already speaks the right language.
 * The person's own setting on the server wins once the session is read.
 */
const LANGUAGE = "kheo.language";
const LARGE_TYPE = "kheo.large-type";

export function currentLanguage(): Language {
  return localStorage.getItem(LANGUAGE) === "en" ? "en" : "vi";
}

export function keepLanguage(language: Language): void {
  localStorage.setItem(LANGUAGE, language);
}

export function currentLargeType(): boolean {
  return localStorage.getItem(LARGE_TYPE) === "yes";
}

export function keepLargeType(large: boolean): void {
  localStorage.setItem(LARGE_TYPE, large ? "yes" : "no");
}
