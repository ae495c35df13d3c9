import styles from "./shell.module.css";

export function Wordmark() {
  return (
    <span className={styles["wordmark"]}>
      <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
        <rect width="32" height="32" rx="7" fill="currentColor" />
        <path
          d="M10 8v16M10 17l9-7M13.5 14.5 20 24"
          fill="none"
          stroke="#fff"
          strokeWidth="3"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
        <path d="m21 7 3-2.600" stroke="#f3c6a5" strokeWidth="2.400" strokeLinecap="round" />
      </svg>
      Khéo
    </span>
  );
}
