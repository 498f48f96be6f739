/* What an image or style sheet is in a unit test. */
export default 'file';
