import { MORE_CALLERS as NAME } from '../view/nodeFacts';

/** What is said of nodes that stand for functions which the backend cut. */
export const ELIDED = {
  label: 'other: what the backend cut',
  title: 'Functions that the backend merged to keep its answer small: it does not say which',
};

/** The same where a click asks for them. */
export const ELIDED_TO_OPEN = { ...ELIDED, title: `${ELIDED.title}. A click asks for more of them.` };

/** What is said bottom-up of callers that were left out here, and not by the backend. */
export const MORE_CALLERS = {
  label: NAME,
  title: 'Callers that were not looked into yet: a click looks further',
};
