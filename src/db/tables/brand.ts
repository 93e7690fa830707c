import type { ColumnType, Generated, JSONColumnType } from 'kysely'

/** The tables of 0175-brand.sql and 0190-document-templates.sql. */
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
    pdf_font: Generated<'Inter' | 'Libertinus Serif'>
    office_font: Generated<string>
    cover_style: Generated<'plain' | 'band' | 'logo'>
    version: Generated<number>
    changed_by: string | null
    changed_by_name: string
    changed_at: Date
  }
  document_template: {
    organization_id: string
    kind: 'docx' | 'pptx' | 'xlsx'
    revision: number
    name: string
    type: string
    bytes: ColumnType<number, number, never>
    sha256: string
    gaps: JSONColumnType<Readonly<{ lacks: string; instead: string }>[]>
    is_used: Generated<boolean>
    author_id: string | null
    author_name: string
    made_at: Date
  }
}
