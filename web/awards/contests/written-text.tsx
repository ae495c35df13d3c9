/** Text as it was written, with its lines; null when there is none. */
export const writtenText = (text: string | null) => (text ? <span style={{ whiteSpace: "pre-line" }}>{text}</span> : null);
