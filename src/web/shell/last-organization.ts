const kept = 'clausewise-organization'

/** Remembers which organization was open, for the next visit. */
export function keepOrganization(id: string): void {
  if (localStorage.getItem(kept) !== id) localStorage.setItem(kept, id)
}

/** The organization that was open last. */
export function lastOrganization(): string | undefined {
  return localStorage.getItem(kept) ?? undefined
}
