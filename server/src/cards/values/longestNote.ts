/** A longer text beside a number is prose, or meant to hurt a reader: it is not looked through for notes. */
export const longestNote = 300;
