import { Refusal } from '#base/refusal.ts'

/** Somebody who may be asked. */
export type Askable = Readonly<{
  number: string
  unit: string
  email: string | undefined
  state: 'active' | 'away' | 'left'
}>

/** The units, with how many people are here and how many of them can be reached. */
export type Unit = Readonly<{ name: string; people: number; reachable: number }>

/** The units of the people who are here, by name. */
export function unitsOf(people: readonly Askable[]): readonly Unit[] {
  const here = people.filter(({ state }) => state === 'active')
  return [...Map.groupBy(here, ({ unit }) => unit)]
    .map(([name, own]) => ({
      name,
      people: own.length,
      reachable: own.filter(({ email }) => email !== undefined).length,
    }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/** A group of a survey: units that are shown together, and who of them is asked. */
export type Recipients = Readonly<{ name: string; emails: readonly string[] }>

/**
 * Who is asked, group by group. Refused, with names and numbers, when a unit is not there or named twice, when two records
 * have one address, or when a group is smaller than anything that may be shown.
 */
export function demandRecipients(
  people: readonly Askable[],
  groups: readonly Readonly<{ name: string; units: readonly string[] }>[],
  smallest: number,
): readonly Recipients[] {
  const named = groups.flatMap(({ units }) => units)
  const known = new Set(unitsOf(people).map(({ name }) => name))
  const strange = named.filter((unit) => !known.has(unit))
  if (strange.length > 0)
    throw new Refusal('invalid', `Nobody is in ${strange.join(', ')}. Choose units of the people in scope.`)
  const twice = named.find((unit, at) => named.indexOf(unit) !== at)
  if (twice !== undefined) throw new Refusal('invalid', `${twice} stands in two groups. Leave it in one.`)
  const asked = people.filter(
    ({ unit, state, email }) => state === 'active' && email !== undefined && named.includes(unit),
  )
  demandOneAddressEach(asked)
  const recipients = groups.map(({ name, units }) => ({
    name,
    emails: asked.filter(({ unit }) => units.includes(unit)).flatMap(({ email }) => email ?? []),
  }))
  const small = recipients.filter(({ emails }) => emails.length < smallest)
  if (small.length > 0)
    throw new Refusal(
      'invalid',
      `Too few people to be asked without being recognized: ${small.map(({ name, emails }) => `${name} (${emails.length})`).join(', ')}. A group needs ${smallest} people with an address: join it with another one.${unreachable(people, named)}`,
    )
  return recipients
}

function demandOneAddressEach(asked: readonly Askable[]): void {
  for (const [email, own] of Map.groupBy(asked, (one) => one.email ?? ''))
    if (own.length > 1)
      throw new Refusal(
        'invalid',
        `${own.map(({ number }) => number).join(' and ')} have the same address ${email}. Correct one of them: each person is asked once.`,
      )
}

function unreachable(people: readonly Askable[], units: readonly string[]): string {
  const without = people.filter(
    ({ unit, state, email }) => state === 'active' && email === undefined && units.includes(unit),
  )
  return without.length === 0 ? '' : ` Without an address: ${without.map(({ number }) => number).join(', ')}.`
}
