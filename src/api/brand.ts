import { z } from 'zod'
import { brandFonts, coverStyles } from '#base/brand.ts'
import type { Endpoints } from './endpoint.ts'
import { InOrganization, text } from './page.ts'

const Colour = z.string().regex(/^#[0-9A-Fa-f]{6}$/, 'is a colour such as #0E5A6B')

/** How the documents of an organization look; version 0 while nobody has chosen. */
export const BrandView = z.object({
  primary: z.string(),
  secondary: z.string(),
  footer: z.string(),
  coverLine: z.string(),
  font: z.enum(brandFonts),
  officeFont: z.string(),
  cover: z.enum(coverStyles),
  hasLogo: z.boolean(),
  version: z.number().int(),
})
export type BrandView = z.infer<typeof BrandView>

/** logo: a PNG, JPEG or SVG of at most 300 kB in base64; null takes the present one away, absent leaves it. */
export const BrandWish = z.object({
  primary: Colour,
  secondary: Colour,
  footer: text(200).default(''),
  coverLine: text(200).default(''),
  font: z.enum(brandFonts).default('Inter'),
  officeFont: z
    .string()
    .trim()
    .max(60)
    .regex(/^[\p{L}\p{N} .'_-]*$/u, 'is the name of a face, such as Source Sans 3')
    .default(''),
  cover: z.enum(coverStyles).default('plain'),
  logo: z.base64().max(450_000).nullable().optional(),
})

export const brandApi = {
  'GET /api/organizations/:organization/brand': {
    summary: 'How the documents of the organization look',
    allows: 'see own tasks',
    params: InOrganization,
    answers: BrandView,
    versioned: true,
  },
  'PUT /api/organizations/:organization/brand': {
    summary: 'Choose how the documents look: colours that can be read, words, a logo',
    allows: 'manage settings',
    params: InOrganization,
    body: BrandWish,
    answers: BrandView,
    versioned: true,
  },
  'GET /api/organizations/:organization/brand/logo': {
    summary: 'The logo as a file',
    allows: 'see own tasks',
    params: InOrganization,
    answers: 'file',
  },
} as const satisfies Endpoints
