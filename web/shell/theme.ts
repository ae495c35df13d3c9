import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from "@mantine/core";

/** Deep red, for the mark, the main button and what is selected; never for text that merely decorates. */
const son: MantineColorsTuple = [
  "#fbf1f0",
  "#f4dcda",
  "#e8b7b4",
  "#dc8f8a",
  "#d06c66",
  "#b94741",
  "#a32e2c",
  "#8c1a1d",
  "#741417",
  "#5a0d10",
];

/** Calm greys, a little cool; from 6 on they are legible as text on white (4.5:1 and more). */
const gray: MantineColorsTuple = [
  "#f7f8f9",
  "#eff1f3",
  "#e3e6e9",
  "#d3d8dd",
  "#b6bec6",
  "#88929c",
  "#636e79",
  "#4b555f",
  "#343c45",
  "#1d2329",
];

const blue: MantineColorsTuple = [
  "#eef4fb",
  "#dbe7f5",
  "#b5cdea",
  "#8cb1de",
  "#6797d2",
  "#3f7ac0",
  "#2563a8",
  "#1a4f8b",
  "#163f6f",
  "#112f53",
];

const green: MantineColorsTuple = [
  "#eef7f1",
  "#d8ecdf",
  "#b0d9be",
  "#85c39b",
  "#57a877",
  "#348a59",
  "#217347",
  "#165c37",
  "#11492c",
  "#0c3620",
];

const amber: MantineColorsTuple = [
  "#fdf6e7",
  "#faebc8",
  "#f4d78e",
  "#ecbf52",
  "#dda426",
  "#b8820f",
  "#8f6207",
  "#744e04",
  "#5c3d03",
  "#432c02",
];

/** A box as large as a finger needs (`size` in rem) must not make its words as large: Mantine gives both the same size. */
const choice = {
  labelWrapper: { fontSize: "var(--mantine-font-size-md)", lineHeight: "var(--mantine-line-height-md)" },
  description: { fontSize: "var(--mantine-font-size-sm)" },
};

export const theme = createTheme({
  colors: { son, gray, blue, green, amber },
  primaryColor: "son",
  primaryShade: 7,
  black: "#1d2329",
  fontFamily: '"Be Vietnam Pro", system-ui, "Segoe UI", Roboto, sans-serif',
  fontFamilyMonospace: "ui-monospace, SFMono-Regular, Menlo, Consolas, monospace",
  headings: {
    fontFamily: '"Be Vietnam Pro", system-ui, "Segoe UI", Roboto, sans-serif',
    fontWeight: "600",
    sizes: {
      h1: { fontSize: "1.55rem", lineHeight: "1.25" },
      h2: { fontSize: "1.2rem", lineHeight: "1.3" },
      h3: { fontSize: "1.05rem", lineHeight: "1.35" },
      h4: { fontSize: "1rem", lineHeight: "1.4" },
    },
  },
  // 1rem is 15px, or 18px with large type (global.css); nothing is set smaller than 0.82rem.
  fontSizes: { xs: "0.82rem", sm: "0.93rem", md: "1rem", lg: "1.1rem", xl: "1.25rem" },
  lineHeights: { xs: "1.4", sm: "1.45", md: "1.5", lg: "1.5", xl: "1.45" },
  defaultRadius: "sm",
  radius: { xs: "2px", sm: "4px", md: "6px", lg: "10px", xl: "16px" },
  cursorType: "pointer",
  focusRing: "auto",
  respectReducedMotion: true,
  components: {
    Anchor: { defaultProps: { underline: "hover" } },
    Badge: { defaultProps: { variant: "light", radius: "sm", tt: "none", fw: 600 } },
    Button: { defaultProps: { size: "sm" } },
    // The accent is red: an input that has the focus must not look as if it were wrong.
    Input: { vars: () => ({ wrapper: { "--input-bd-focus": "var(--mantine-color-blue-7)" } }) },
    Pill: {
      styles: {
        root: { fontSize: "0.93rem", height: "auto", minHeight: "1.6rem", flex: "0 0 auto", width: "fit-content", borderRadius: "1rem" },
        label: { whiteSpace: "normal", lineHeight: 1.4 },
      },
    },
    // Hints are read by people of 55 on a phone: as large as any other small text.
    InputWrapper: { styles: { description: { fontSize: "var(--mantine-font-size-sm)" } } },
    // The larger kind stands in forms on a phone: never below 24 px, whatever comes near it.
    Checkbox: {
      styles: choice,
      vars: (_theme: unknown, { size }: { size?: unknown }) => ({ root: size === "md" ? { "--checkbox-size": "1.6rem" } : {} }),
    },
    Radio: { styles: choice },
    Modal: {
      defaultProps: { centered: true, radius: "md", overlayProps: { backgroundOpacity: 0.45 } },
      styles: { title: { fontWeight: 600 } },
    },
    Tooltip: { defaultProps: { openDelay: 300, multiline: true, maw: 320 } },
  },
});

const named = ["son", "gray", "blue", "green", "amber"] as const;

/** What Mantine derives from the colours, made legible: WCAG AA on white and on the light fills. */
export const variables: CSSVariablesResolver = (all) => ({
  variables: {},
  light: {
    "--mantine-color-dimmed": "var(--mantine-color-gray-7)",
    "--mantine-color-placeholder": "var(--mantine-color-gray-6)",
    "--mantine-color-anchor": "var(--mantine-color-blue-7)",
    "--mantine-color-error": "#b3261e",
    "--mantine-color-default-border": "var(--mantine-color-gray-4)",
    "--mantine-color-disabled-color": "var(--mantine-color-gray-6)",
    ...Object.fromEntries(
      named.flatMap((color) => [
        [`--mantine-color-${color}-light`, all.colors[color]?.[1] ?? ""],
        [`--mantine-color-${color}-light-hover`, all.colors[color]?.[2] ?? ""],
        [`--mantine-color-${color}-light-color`, all.colors[color]?.[8] ?? ""],
        [`--mantine-color-${color}-outline`, all.colors[color]?.[7] ?? ""],
        [`--mantine-color-${color}-text`, all.colors[color]?.[7] ?? ""],
      ]),
    ),
  },
  dark: {},
});
