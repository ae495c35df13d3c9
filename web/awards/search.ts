/** What the pages of awards keep in their address. */
export type RegisterSearch = {
  text?: string;
  form?: string;
  subject?: "collective" | "individual";
  year?: number;
  /** A unit and those below it: the history of a collective. */
  unit?: number;
  exemplar?: string;
  page?: number;
};

export type ProposeSearch = { exemplar?: string };
