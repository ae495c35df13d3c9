/** Days for which a recognition stands on the desks of whoever leads it or takes part. */
export const deskSpan = 7;
