import { z } from 'zod'
import type { Cadence } from './report-period.ts'

/** What a service report may hold, in the order in which it stands there. */
export const ReportPart = z.enum([
  'attainment',
  'breaches',
  'trend',
  'support chain',
  'satisfaction',
  'complaints',
  'reviews',
])
export type ReportPart = z.infer<typeof ReportPart>

/** What a service report is: for whom, why, about what, how often, by whom. customer is empty for all of them. */
export type ReportDefinition = Readonly<{
  title: string
  audience: string
  purpose: string
  services: readonly string[]
  customer: string
  parts: readonly ReportPart[]
  cadence: Cadence
  dueDays: number
  issuer: string
  recipients: readonly string[]
  firstMonth: string
}>

/** A definition as it is kept. */
export type ServiceReport = ReportDefinition &
  Readonly<{ id: string; endedAt: string | undefined; version: number }>
