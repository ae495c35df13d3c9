import "@mantine/dates/styles.css";
import { DatePicker, DatesProvider } from "@mantine/dates";
import "dayjs/locale/vi.js";
import { useReading, useText } from "../shell/language.tsx";
import { say } from "./messages.ts";

/** Mantine's calendar on 'YYYY-MM-DD' strings, Monday first. */
export default function Calendar({ value, onChange }: { value: string | null; onChange(date: string | null): void }) {
  const t = useText();
  const { language } = useReading();
  return (
    <DatesProvider settings={{ locale: language, firstDayOfWeek: 1, weekendDays: [] }}>
      <DatePicker
        value={value}
        defaultDate={value ?? undefined}
        onChange={(date) => onChange(date)}
        monthLabelFormat="MMMM YYYY"
        hideOutsideDates
        ariaLabels={{
          previousMonth: t(say("previousMonth")),
          nextMonth: t(say("nextMonth")),
          previousYear: t(say("previousYear")),
          nextYear: t(say("nextYear")),
          previousDecade: t(say("previousDecade")),
          nextDecade: t(say("nextDecade")),
        }}
      />
    </DatesProvider>
  );
}
