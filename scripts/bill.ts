import { existsSync, readFileSync } from 'node:fs'

/** What is read here of package-lock.json. */
export type Lock = Readonly<{
  name: string
  version: string
  packages: Readonly<Record<string, LockedPackage>>
}>

type LockedPackage = Readonly<{
  version?: string
  name?: string
  license?: string
  integrity?: string
  dev?: boolean
  optional?: boolean
  dependencies?: Readonly<Record<string, string>>
  optionalDependencies?: Readonly<Record<string, string>>
  peerDependencies?: Readonly<Record<string, string>>
}>

const root = new URL('../', import.meta.url)

export function readLock(): Lock {
  return JSON.parse(readFileSync(new URL('package-lock.json', root), 'utf8')) as Lock
}

/** The list of everything the program is made of, in the form of CycloneDX 1.6. */
export function bomOf({ name, version, packages }: Lock, timestamp: string) {
  const own = { type: 'application', name, version, 'bom-ref': `${name}@${version}` } as const
  const installed = Object.entries(packages).filter(([path]) => path !== '')
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { timestamp, component: own },
    components: installed.map(([path, one]) => componentOf(path, one)),
    dependencies: Object.entries(packages).map(([path, one]) => ({
      ref: path === '' ? own['bom-ref'] : path,
      dependsOn: neededBy(path, one, packages),
    })),
  }
}

function componentOf(path: string, one: LockedPackage) {
  const name = nameOf(path, one)
  const hash = /^sha512-(.+)$/.exec(one.integrity ?? '')?.[1]
  const [group, plain] = name.startsWith('@') ? name.split('/') : [undefined, name]
  return {
    type: 'library',
    'bom-ref': path,
    ...(group ? { group } : {}),
    name: plain ?? name,
    version: one.version ?? '',
    purl: `pkg:npm/${name.replace('@', '%40')}@${one.version}`,
    scope: scopeOf(one),
    licenses: [{ expression: licenseOf(path, one) }],
    ...(hash ? { hashes: [{ alg: 'SHA-512', content: Buffer.from(hash, 'base64').toString('hex') }] } : {}),
  }
}

function scopeOf({ dev, optional }: LockedPackage): 'required' | 'optional' | 'excluded' {
  if (dev) return 'excluded'
  return optional ? 'optional' : 'required'
}

function nameOf(path: string, { name }: LockedPackage): string {
  return name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
}

/** The licence as the lock names it, else as the package does. */
function licenseOf(path: string, { license }: LockedPackage): string {
  if (license) return license
  const file = new URL(`${path}/package.json`, root)
  if (!existsSync(file)) return 'NOASSERTION'
  const { license: own, licenses } = JSON.parse(readFileSync(file, 'utf8'))
  const [first] = Array.isArray(licenses) ? licenses : []
  return own?.type ?? own ?? first?.type ?? 'NOASSERTION'
}

/** As Node finds them: the nearest folder upwards that has the package. */
function neededBy(path: string, one: LockedPackage, packages: Lock['packages']): readonly string[] {
  const names = Object.keys({ ...one.dependencies, ...one.optionalDependencies, ...one.peerDependencies })
  return names.map((name) => nearest(path, name, packages)).filter((found) => found !== undefined)
}

function nearest(path: string, name: string, packages: Lock['packages']): string | undefined {
  const parts = path === '' ? [] : path.split('/node_modules/')
  for (let depth = parts.length; depth >= 0; depth -= 1) {
    const at = parts.slice(0, depth).join('/node_modules/')
    const found = `${at === '' ? '' : `${at}/`}node_modules/${name}`
    if (packages[found]) return found
  }
  return undefined
}
