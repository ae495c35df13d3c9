import { createContext, useCallback, useContext, useLayoutEffect, useMemo, useState, type ReactNode } from "react";
import type { Language, Text } from "../../src/kernel/language.ts";
import { currentLanguage, currentLargeType, keepLanguage, keepLargeType } from "./language-setting.ts";

type Reading = {
  language: Language;
  largeType: boolean;
  setLanguage(language: Language): void;
  setLargeType(large: boolean): void;
};

const ReadingContext = createContext<Reading | null>(null);

/** How the person reads: language and size of type, for everything below. */
export function ReadingProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(currentLanguage);
  const [largeType, setLargeType] = useState(currentLargeType);

  useLayoutEffect(() => {
    document.documentElement.lang = language;
    keepLanguage(language);
  }, [language]);
  useLayoutEffect(() => {
    document.documentElement.dataset["type"] = largeType ? "large" : "normal";
    keepLargeType(largeType);
  }, [largeType]);

  const reading = useMemo(() => ({ language, largeType, setLanguage, setLargeType }), [language, largeType]);
  return <ReadingContext value={reading}>{children}</ReadingContext>;
}

export function useReading(): Reading {
  const reading = useContext(ReadingContext);
  if (!reading) throw new Error("useReading outside ReadingProvider");
  return reading;
}

/** `const t = useText(); t(say("key", values))` – the reader's language of a message. */
export function useText(): (text: Text) => string {
  const { language } = useReading();
  return useCallback((text: Text) => text[language], [language]);
}
