/** What a list does to what is there, row by row. */
type ListPlan<F> = Readonly<{ digest: string; fates: readonly F[] }>

/** The answer to an uploaded list: the plan of it, or with the digest of that plan what was done. */
export function listAnswer<F extends { readonly fate: string }>(
  file: string,
  digest: string | undefined,
  plan: ListPlan<F>,
) {
  const count = (fate: string) => plan.fates.filter((one) => one.fate === fate).length
  return {
    file,
    isApplied: digest !== undefined,
    digest: plan.digest,
    counts: {
      new: count('new'),
      changed: count('changed'),
      unchanged: count('unchanged'),
      refused: count('refused'),
    },
    rows: [...plan.fates],
  }
}
