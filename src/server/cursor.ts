import type { z } from 'zod'
import { fromCursor, TimedPosition } from '#api/page.ts'
import { Refusal } from '#base/refusal.ts'

/** Where a page ended, read back from its cursor; a cursor that is not ours is refused. */
export function positionOf<S extends z.ZodType>(
  cursor: string | undefined,
  shape: S,
): z.output<S> | undefined {
  if (cursor === undefined) return undefined
  const position = shape.safeParse(parse(Buffer.from(cursor, 'base64url').toString('utf8')))
  if (!position.success)
    throw new Refusal('invalid', 'This cursor is not one of ours. Ask for the first page.')
  return position.data
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Where a list ended that goes from the newest to the oldest. */
export function placeInTime(cursor: string | undefined): { at: Date; id: string } | undefined {
  const place = fromCursor(cursor, TimedPosition)
  return place && { at: new Date(place[0]), id: place[1] }
}
