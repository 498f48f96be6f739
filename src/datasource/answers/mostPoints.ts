/* How many points are asked for at most. Here and not with the answers, which are loaded when they are wanted. */

/** Steps of functions over time: each is a request. */
export const MOST_STEPS = 60;
/** Slots of a heatmap: more would hold single profiles, which are no heatmap any more. */
export const MOST_SLOTS = 100;
