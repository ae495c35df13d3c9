/** The filters of the register, as the address keeps them. */
export type RegisterSearch = { text?: string; state?: string; type?: string; year?: number; page?: number };
