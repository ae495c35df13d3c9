/** Our few icons, drawn on a 24 grid with one stroke. Always beside words, or on a button that has an accessible name. */
const paths = {
  desk: "M4 6h10M4 12h10M4 18h7M17 6l1.5 1.5L21 5M17 12l1.5 1.5L21 11",
  plan: "M5 4h14v16H5zM8 8h8M8 12h8M8 16h5",
  exemplar: "M12 3.500l2.500 5.200 5.700.800-4.100 4 1 5.700-5.100-2.700-5.100 2.700 1-5.700-4.100-4 5.700-.800z",
  award: "M12 14a5 5 0 1 0 0-10 5 5 0 0 0 0 10zM9 13.500 7.500 20.500 12 18l4.500 2.500L15 13.500",
  figures: "M4 4v16h16M8.5 16v-4M12.5 16V8M16.5 16v-6",
  document: "M7 3h7l4 4v14H7zM14 3v4h4M10 12h5M10 16h5",
  units: "M12 4v4M12 8H6v4M12 8h6v4M12 8v4M4 12h4v5H4zM10 12h4v5h-4zM16 12h4v5h-4z",
  people:
    "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c.5-3.5 3-5.5 6.5-5.5s6 2 6.5 5.5M16 4.5a3.2 3.2 0 0 1 0 6M18 14.8c2 .7 3.2 2.4 3.5 5.2",
  settings: "M4 7h9M17 7h3M4 17h3M11 17h9M15 4.8v4.4M9 14.8v4.4",
  search: "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5 20 20",
  menu: "M4 7h16M4 12h16M4 17h16",
  more: "M6 12h.01M12 12h.01M18 12h.01",
  close: "M6 6l12 12M18 6 6 18",
  check: "M5 12.5 10 17l9-10",
  plus: "M12 5v14M5 12h14",
  pencil: "M4 20l1-4L16 5l3 3L8 19zM14 7l3 3",
  trash: "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13M10 11v5M14 11v5",
  undo: "M9 8H4V3M4.5 8A8 8 0 1 1 4 14",
  upload: "M12 16V5M7.5 9 12 4.5 16.5 9M5 19h14",
  download: "M12 4v11M7.5 11 12 15.5 16.5 11M5 19h14",
  warning: "M12 4 2.8 19.5h18.4zM12 10v4.5M12 17v.01",
  info: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5M12 8v.01",
  clock: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.5 2",
  history: "M4 5v4h4M4.6 9a8 8 0 1 1-.6 4M12 8v4.5l3 1.8",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c.8-4 3.6-6 7.5-6s6.700 2 7.500 6",
  chevronDown: "M6 9.500 12 15l6-5.500",
  chevronRight: "M9.500 6 15 12l-5.500 6",
  chevronLeft: "M14.500 6 9 12l5.500 6",
  split: "M5 5h5l4 7-4 7H5M14 12h6",
  link: "M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-5.700-5.700l-1.500 1.500M14 10a4 4 0 0 0-6-.5l-3 3a4 4 0 0 0 5.700 5.700l1.500-1.500",
  keyboard: "M3 6h18v12H3zM7 10h.01M11 10h.01M15 10h.01M18 10h.01M8 14h8",
  phone: "M6 3h4l1.500 5-2.500 2a12 12 0 0 0 5 5l2-2.500 5 1.500v4c0 1-1 2-2 2C11 20 4 13 4 5c0-1 1-2 2-2z",
  camera: "M4 8h3.500l1.500-2.500h6L16.500 8H20v11H4zM12 16.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7z",
  journal: "M6 4h12v16H6zM9 4v16M12 9h3.500M12 12.500h3.500M4 8h2M4 12h2M4 16h2",
  report: "M5 4h14v16H5zM8.500 16v-3M12 16V9.500M15.500 16v-5",
  chevronUp: "M6 14.500 12 9l6 5.500",
  calendar: "M4 6h16v14H4zM4 10h16M8 3v5M16 3v5",
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, size = 20, className }: { name: IconName; size?: number; className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={`${size / 16}rem`}
      height={`${size / 16}rem`}
      fill="none"
      stroke="currentColor"
      strokeWidth={name === "more" ? 3 : 1.8}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      className={className}
    >
      <path d={paths[name]} />
    </svg>
  );
}
