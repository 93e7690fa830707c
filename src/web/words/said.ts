/** One part of the catalogue in another language: the same keys, other texts. */
export type Said<T> = { readonly [K in keyof T]: T[K] extends string ? string : Said<T[K]> }
