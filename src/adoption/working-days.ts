const day = 86_400_000

/** Days from Monday to Friday after the first day up to the second; public holidays are not known here and count. */
export function workingDaysBetween(from: string, to: string): number {
  let count = 0
  for (let at = Date.parse(from) + day; at <= Date.parse(to); at += day) {
    const weekday = new Date(at).getUTCDay()
    if (weekday !== 0 && weekday !== 6) count += 1
  }
  return count
}
