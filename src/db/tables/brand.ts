import type { Generated } from 'kysely'

/** The table of 0175-brand.sql. */
export type BrandTables = {
  brand: {
    organization_id: string
    primary_colour: string
    secondary_colour: string
    footer: string
    cover_line: string
    logo_type: 'image/png' | 'image/jpeg' | 'image/svg+xml' | null
    logo_base64: string | null
    logo_width: number | null
    logo_height: number | null
    version: Generated<number>
    changed_by: string | null
    changed_by_name: string
    changed_at: Date
  }
}
