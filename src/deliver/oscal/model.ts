import { createHash } from 'node:crypto'
import { nameOfSnapshot, type SnapshotName } from '../figures/snapshot-name.ts'

/** The version of OSCAL that is written. */
export const oscalVersion = '1.2.1'

/** Who gives the properties that OSCAL does not name itself their meaning. */
const namespace = 'urn:clausewise:oscal'

/** The name space of our identifiers, itself of version 5 below that of URLs. */
const root = '5b7c8b1e-6d0e-5f0c-9a54-2f3f4c1d8e90'

/** An identifier (UUID version 5) that is always the same for the same things: equal content is equal bytes. */
export function uuidOf(...names: readonly string[]): string {
  const hash = createHash('sha1')
    .update(Buffer.from(root.replaceAll('-', ''), 'hex'))
    .update(names.join('\u0000'))
    .digest()
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80
  const hex = hash.subarray(0, 16).toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

export type Property = Readonly<{ name: string; ns: string; value: string }>

/** Properties with a value; what is absent or empty is left out. */
export function propertiesOf(
  values: Readonly<Record<string, string | number | undefined>>,
): readonly Property[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const said = String(value ?? '').trim()
    return said === '' ? [] : [{ name, ns: namespace, value: said }]
  })
}

/** Identifiers of OSCAL begin with a letter, numbers of requirements do not. */
export function controlId(requirement: string): string {
  return `r-${requirement}`
}

/** The part of a control that findings are about. */
export function objectiveId(requirement: string): string {
  return `${controlId(requirement)}_obj`
}

/** The moment a day begins, or an instant of the data, with its zone. */
export function instantOf(said: string): string {
  const [day = '', time = '00:00:00'] = said.replace('T', ' ').replace(/Z$/, '').split(' ')
  return `${day}T${time}Z`
}

/** What every document begins with. */
export function metadataOf(
  about: Readonly<{
    title: string
    organization: string
    madeOn: string
    version: string
    snapshot?: SnapshotName | undefined
  }>,
) {
  const party = uuidOf('party', about.organization)
  return {
    title: about.title,
    'last-modified': instantOf(about.madeOn),
    version: about.version,
    'oscal-version': oscalVersion,
    roles: [{ id: 'assessed', title: 'The organization that is assessed' }],
    parties: [{ uuid: party, type: 'organization', name: about.organization }],
    'responsible-parties': [{ 'role-id': 'assessed', 'party-uuids': [party] }],
    ...(about.snapshot ? { remarks: `${nameOfSnapshot(about.snapshot)}.` } : {}),
  }
}
