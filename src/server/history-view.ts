import type { historyOf } from '#access/trail-store.ts'

/** The entries of the audit trail about one thing, as its page shows them. */
export function historyView(entries: Awaited<ReturnType<typeof historyOf>>) {
  return {
    items: entries.map(({ number, at, actorName, action, before, after, reason }) => ({
      number,
      at,
      by: actorName,
      action,
      before,
      after,
      reason,
    })),
  }
}
