type Standing = Readonly<{ id: string; state: string }>

/** Whether nothing more will happen to a job. */
export function hasEnded({ state }: Pick<Standing, 'state'>): boolean {
  return state !== 'waiting' && state !== 'running'
}

/**
 * Jobs that have ended since the last look, also one so quick that nobody saw it wait or run. known: those that had ended then;
 * undefined at the first look, which tells of none.
 */
export function endedSince(
  known: ReadonlySet<string> | undefined,
  jobs: readonly Standing[],
): readonly string[] {
  return known ? jobs.flatMap((job) => (hasEnded(job) && !known.has(job.id) ? [job.id] : [])) : []
}
