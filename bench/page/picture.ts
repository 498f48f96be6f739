/** CSS pixels of the pictures that are measured, and what is searched for in them. */
export const WIDTH = 1600;
export const HEIGHT = 900;
export const QUERY = 'Invoice';
