/** The cells of a table, row by row, without its head. */
export type Rows = readonly (readonly string[])[]
