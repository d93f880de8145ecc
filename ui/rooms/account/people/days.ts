/** Days of people as moments of the server: those of Moscow, from their first second to their last. */

/** When a day begins. */
export const beginOf = (isoDay: string): string => `${isoDay}T00:00:00+03:00`;

/** When a day ends. */
export const endOf = (isoDay: string): string => `${isoDay}T23:59:59+03:00`;
