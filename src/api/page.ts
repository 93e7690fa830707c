import { z } from 'zod'
import { Refusal } from '#base/refusal.ts'

/** The organization that an address speaks about. */
export const InOrganization = z.object({ organization: z.uuid() })

/** How a list is asked for: at most limit items, from where the last page ended. */
export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.string().max(500).optional(),
})

/** A page of a list; next is the cursor of the following page, absent on the last one. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().optional() })
}

/** Text that people write: no NUL, which no database keeps, and a limit. */
export function text(longest: number, shortest = 0) {
  return z
    .string()
    .min(shortest)
    .max(longest)
    .refine((value) => !value.includes('\u0000'), 'holds a NUL character')
}

/** Where a page of what is listed by time ended. */
export const TimedPosition = z.tuple([z.iso.datetime(), z.uuid()])

/** Cuts a page from what was read for it, one item more than it holds: that one says that more follows. */
export function toPage<T, V>(
  rows: readonly T[],
  limit: number,
  view: (row: T) => V,
  position: (row: T) => readonly (string | number)[],
): { items: V[]; next?: string } {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  const next = rows.length > limit && last !== undefined ? { next: toCursor(position(last)) } : {}
  return { items: items.map(view), ...next }
}

/** A cursor says where a page ended; it is opaque to the caller. */
export function toCursor(position: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url')
}

/** Reads a cursor of ours again; one that was made up or altered is refused. */
export function fromCursor<T extends z.ZodType>(
  cursor: string | undefined,
  position: T,
): z.output<T> | undefined {
  if (cursor === undefined) return undefined
  try {
    return position.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
  } catch (error) {
    throw new Refusal('invalid', 'This cursor is not one of ours. Ask for the first page again.', {
      cause: error,
    })
  }
}
