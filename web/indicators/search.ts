/** Filters of a list that live in the address. */
export type ListSearch = { text?: string | undefined; state?: string | undefined; page?: number | undefined };
