import type { englishTerms } from './terms-en.ts'

type Said<T> = { readonly [K in keyof T]: T[K] extends string ? string : Said<T[K]> }

/** The fixed terms as every language has them: those of English, said in another way. */
export type Terms = Said<typeof englishTerms>
