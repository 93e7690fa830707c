/** The zone that this browser is in. */
export const zoneHere = new Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'

/**
 * The UTC time that a wall clock in a zone stands for, both as "2026-01-31 08:00"; undefined where the zone is not
 * known or the text is no such time. The offset is asked for at the time itself, an hour of clock change aside.
 */
export function readIn(zone: string, wall: string): string | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2})/.exec(wall)
  if (!parts) return undefined
  const asUtc = Date.parse(`${parts[1]}-${parts[2]}-${parts[3]}T${parts[4]}:${parts[5]}:00Z`)
  const offset = offsetOf(zone, asUtc)
  if (offset === undefined) return undefined
  const moment = asUtc - (offsetOf(zone, asUtc - offset) ?? offset)
  return new Date(moment).toISOString().slice(0, 16).replace('T', ' ')
}

/** Milliseconds that a zone is ahead of UTC at a moment. */
function offsetOf(zone: string, moment: number): number | undefined {
  try {
    const said = new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      dateStyle: 'short',
      timeStyle: 'medium',
    }).format(moment)
    return Date.parse(`${said.replace(' ', 'T')}Z`) - moment
  } catch {
    return undefined
  }
}
