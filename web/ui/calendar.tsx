import "@mantine/dates/styles.css";
import { DatePicker, DatesProvider } from "@mantine/dates";
import "dayjs/locale/vi.js";
import { useReading } from "../shell/language.tsx";

/** Mantine's calendar on 'YYYY-MM-DD' strings, Monday first. */
export default function Calendar({ value, onChange }: { value: string | null; onChange(date: string | null): void }) {
  const { language } = useReading();
  return (
    <DatesProvider settings={{ locale: language, firstDayOfWeek: 1 }}>
      <DatePicker value={value} defaultDate={value ?? undefined} onChange={(date) => onChange(date)} monthLabelFormat="MMMM YYYY" />
    </DatesProvider>
  );
}
