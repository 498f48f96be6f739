/** What is said of nodes that stand for functions which the backend cut. */
export const ELIDED = {
  label: 'other: what the backend cut',
  title: 'Functions that the backend merged to keep its answer small: it does not say which',
};
