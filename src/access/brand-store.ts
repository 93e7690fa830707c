import { createHash } from 'node:crypto'
import { type Brand, fewestContrast, type Logo, plainBrand, readability } from '#base/brand.ts'
import { Refusal } from '#base/refusal.ts'
import type { Tx } from '#db/records.ts'
import type { Actor } from './actor.ts'
import { changedMeanwhile } from './organization-store.ts'
import { append } from './trail-store.ts'

/** The look of an organization's documents; version 0 while nobody has chosen one. */
export type KeptBrand = Brand & Readonly<{ version: number }>

/** The look as it was chosen last, or the plain one. */
export async function readBrand(tx: Tx): Promise<KeptBrand> {
  const row = await tx.selectFrom('brand').selectAll().executeTakeFirst()
  if (!row) return { ...plainBrand, version: 0 }
  const { logo_type, logo_base64, logo_width, logo_height } = row
  const logo: Logo | undefined =
    logo_type && logo_base64
      ? { type: logo_type, base64: logo_base64, width: logo_width ?? 1, height: logo_height ?? 1 }
      : undefined
  return {
    primary: row.primary_colour,
    secondary: row.secondary_colour,
    footer: row.footer,
    coverLine: row.cover_line,
    logo,
    font: row.pdf_font,
    officeFont: row.office_font,
    cover: row.cover_style,
    version: row.version,
  }
}

/** The look for documents; undefined while nobody has chosen one. */
export async function chosenBrand(tx: Tx): Promise<Brand | undefined> {
  const { version, ...brand } = await readBrand(tx)
  return version === 0 ? undefined : brand
}

/** Keeps a look; colours that cannot be read on paper are refused with their contrast. */
export async function keepBrand(
  tx: Tx,
  actor: Actor,
  brand: Brand,
  { version, at }: Readonly<{ version: number | undefined; at: Date }>,
): Promise<KeptBrand> {
  for (const [name, colour] of [
    ['first', brand.primary],
    ['second', brand.secondary],
  ] as const)
    demandReadable(name, colour)
  const old = await readBrand(tx)
  if (version !== undefined && version !== old.version) throw changedMeanwhile()
  const next = old.version + 1
  const values = {
    primary_colour: brand.primary.toUpperCase(),
    secondary_colour: brand.secondary.toUpperCase(),
    footer: brand.footer,
    cover_line: brand.coverLine,
    logo_type: brand.logo?.type ?? null,
    logo_base64: brand.logo?.base64 ?? null,
    logo_width: brand.logo?.width ?? null,
    logo_height: brand.logo?.height ?? null,
    pdf_font: brand.font ?? 'Inter',
    office_font: brand.officeFont ?? '',
    cover_style: brand.cover ?? 'plain',
    version: next,
    changed_by: actor.id ?? null,
    changed_by_name: actor.name,
    changed_at: at,
  }
  const kept = await tx
    .insertInto('brand')
    .values({ organization_id: actor.organization, ...values })
    .onConflict((conflict) =>
      conflict.column('organization_id').doUpdateSet(values).where('brand.version', '=', old.version),
    )
    .returning('version')
    .executeTakeFirst()
  if (kept?.version !== next) throw changedMeanwhile()
  const [before, after] = [old, brand].map(described)
  await append(tx, actor, { action: 'change', kind: 'brand', id: actor.organization, before, after })
  return readBrand(tx)
}

function demandReadable(name: string, colour: string): void {
  const ratio = readability(colour)
  if (ratio >= fewestContrast) return
  throw new Refusal(
    'invalid',
    `Text in the ${name} colour ${colour} could hardly be read: its contrast is ${ratio.toFixed(2)} to 1, and ${fewestContrast} to 1 is needed. Choose a darker one.`,
  )
}

/** A look as the trail tells it: the picture by its hash. */
function described({ logo, ...look }: Brand): Record<string, unknown> {
  const picture = logo && createHash('sha256').update(Buffer.from(logo.base64, 'base64')).digest('hex')
  return { ...look, ...(picture ? { logo: picture } : {}) }
}
