import { mkdirSync, writeFileSync } from 'node:fs'
import { bomOf, readLock } from './bill.ts'

/** npm run sbom: what the program is made of, as CycloneDX, into work/sbom.json. */
const folder = new URL('../work/', import.meta.url)
mkdirSync(folder, { recursive: true })
const bom = bomOf(readLock(), new Date().toISOString())
writeFileSync(new URL('sbom.json', folder), `${JSON.stringify(bom, null, 2)}\n`)
console.log(`work/sbom.json: ${bom.components.length} components`)
