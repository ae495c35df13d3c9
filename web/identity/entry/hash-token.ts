import { useLocation } from "@tanstack/react-router";

/** The token of a one-time link stands behind the #, so that no server and no log ever sees it in an address. */
export function useHashToken(): string {
  return useLocation({ select: ({ hash }) => hash }).trim();
}
