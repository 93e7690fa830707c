import { z } from 'zod'
import { ColumnType } from './table.ts'

/** A value that a parameter of a question may have. */
export const ParameterValue = z.union([z.number(), z.string(), z.boolean()])
export type ParameterValue = z.infer<typeof ParameterValue>

export const Purpose = z.enum(['conformity', 'performance', 'signal'])
export type Purpose = z.infer<typeof Purpose>

export const Severity = z.enum(['major', 'minor', 'signal'])
export type Severity = z.infer<typeof Severity>

export const Maturity = z.enum(['stable', 'draft'])

/**
 * Which requirement a check speaks about, and which part of its data check it decides. `condition` counts the
 * requirement's conditions from 1 and stands only where the check decides that condition whole: without it a pass
 * supports the requirement and a failure speaks against it, but a pass alone proves no condition.
 */
export const Decides = z.strictObject({
  requirement: z.string(),
  part: z.string(),
  condition: z.number().int().positive().optional(),
})
export type Decides = Readonly<z.infer<typeof Decides>>

/** A fact: one documented table in plain domain words, made by one select. */
export const Fact = z.strictObject({
  row: z.string(),
  kept: z.boolean().default(true),
  columns: z.record(z.string(), z.strictObject({ type: ColumnType, means: z.string() })),
})
export type Fact = Readonly<z.infer<typeof Fact>>

const common = {
  title: z.string().min(8),
  claim: z.string().min(8),
  status: Maturity.default('stable'),
  process: z.string(),
  needs: z.array(z.string().regex(/^[a-z_]+(\.[a-z_]+)?$/)).default([]),
  parameters: z.record(z.string(), ParameterValue).default({}),
  aka: z.array(z.string()).default([]),
  known_gaps: z.array(z.string()).min(1),
}

/** A check: what it claims, how bad a miss is, what to do, what it cannot see. */
export const Check = z.strictObject({
  ...common,
  subject: z.string(),
  population: z.string().min(8),
  severity: Severity,
  purpose: Purpose,
  threshold: z.number().min(0).max(1),
  decides: z.array(Decides).default([]),
  rules: z.array(z.string()).default([]),
  remedy: z.string().min(8),
})
export type Check = Readonly<z.infer<typeof Check>>

/** The registers that can say more of a measure than any file: where they hold something, they are asked and not the file. */
export const MeasureRegister = z.enum(['certification-audits', 'training-assignments'])
export type MeasureRegister = z.infer<typeof MeasureRegister>

/** A measure (KPI): a share (part of whole) or a value (with its n), a month each. */
export const Measure = z.strictObject({
  ...common,
  answers: z.enum(['share', 'value']),
  unit: z.string(),
  direction: z.enum(['up', 'down', 'neutral', 'to zero']),
  target: z.number().optional(),
  target_source: z.string().optional(),
  cadence: z.string().default('monthly'),
  headline: z.boolean().default(false),
  registers: MeasureRegister.optional(),
  requirements: z.array(z.string()).default([]),
})
export type Measure = Readonly<z.infer<typeof Measure>>

const Row = z.record(z.string(), z.union([z.number(), z.string(), z.boolean(), z.null()]))

/** The cases beside a question: given these facts, expect these answers. */
export const Cases = z.strictObject({
  cases: z.record(
    z.string(),
    z.strictObject({ given: z.record(z.string(), z.array(Row)), expect: z.array(Row) }),
  ),
})
export type Cases = Readonly<z.infer<typeof Cases>>
export type Row = z.infer<typeof Row>
