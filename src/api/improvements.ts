import { z } from 'zod'
import { Where } from '#improvement/where.ts'
import type { Endpoints } from './endpoint.ts'
import { InOrganization, text } from './page.ts'

const count = z.number().int().nonnegative()

const QuickWinView = z.object({
  id: z.string(),
  title: z.string(),
  says: z.string(),
  do: z.string(),
  value: z.number(),
  effort: z.number(),
  risk: z.number(),
  clauses: z.array(z.string()).readonly(),
  measure: z
    .object({
      id: z.string(),
      title: z.string(),
      unit: z.string(),
      /** Of the last three months with data, weighted by n. */
      mean: z.number(),
      n: count,
      bound: z.number(),
    })
    .optional(),
  check: z
    .object({
      id: z.string(),
      title: z.string(),
      population: count,
      exceptions: count,
      examples: z.array(z.object({ subject: z.string(), reason: z.string() })).readonly(),
    })
    .optional(),
  isTaken: z.boolean(),
})

const LessonView = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  kind: z.string(),
  advice: z.string(),
})

/** Improvements by score, quick wins that the evidence shows, and lessons. */
export const ImprovementsView = z.object({
  on: z.string(),
  improvements: z
    .array(
      z.object({
        id: z.string(),
        number: z.string(),
        title: z.string(),
        state: z.string(),
        version: count,
        source: z.string(),
        owner: z.string().optional(),
        score: z.number().optional(),
        unit: z.string(),
        baseline: z.number().optional(),
        target: z.number().optional(),
        effect: z.number().optional(),
        isMet: z.boolean().optional(),
        dueOn: z.string().optional(),
        isOverdue: z.boolean(),
        benefitLine: z.string().optional(),
      }),
    )
    .readonly(),
  quickWins: z.array(QuickWinView).readonly(),
  lessons: z.array(LessonView).readonly(),
})
export type ImprovementsView = z.infer<typeof ImprovementsView>

const outcomes = ['met', 'not met', 'unknown'] as const

/** How the programme ended: each target with baseline and result, what fell short, what comes next. */
export const ClosingView = z.object({
  on: z.string(),
  targets: z
    .array(
      z.object({
        id: z.string(),
        kind: z.enum(['goal', 'objective', 'improvement']),
        title: z.string(),
        owner: z.string().optional(),
        unit: z.string(),
        baseline: z.number().optional(),
        target: z.number().optional(),
        result: z.number().optional(),
        resultOn: z.string().optional(),
        dueOn: z.string().optional(),
        outcome: z.enum(outcomes),
        where: Where,
      }),
    )
    .readonly(),
  met: count,
  notMet: count,
  unknown: count,
  shortfalls: z
    .array(z.object({ title: z.string(), outcome: z.enum(outcomes), says: z.string(), where: Where }))
    .readonly(),
  next: z
    .array(
      z.object({
        title: z.string(),
        dueOn: z.string().optional(),
        owner: z.string().optional(),
        where: Where,
      }),
    )
    .readonly(),
  lessons: z.array(LessonView.omit({ number: true })).readonly(),
})
export type ClosingView = z.infer<typeof ClosingView>

export const improvementsApi = {
  'GET /api/organizations/:organization/improvements': {
    summary: 'Improvements by score, quick wins that the newest evidence shows, and lessons learned',
    allows: 'read registers',
    params: InOrganization,
    answers: ImprovementsView,
  },
  'POST /api/organizations/:organization/improvements/quick-wins/:quickWin': {
    summary: 'Take a quick win into the register, with the value found as the one before',
    allows: 'write registers',
    params: InOrganization.extend({ quickWin: z.string().max(60) }),
    answers: ImprovementsView,
    created: true,
  },
  'POST /api/organizations/:organization/improvements/:improvement/benefits': {
    summary: 'Pass the benefit of a measured improvement on to the line of the business case that it names',
    allows: 'write the business case',
    params: InOrganization.extend({ improvement: z.uuid() }),
    body: z.object({
      quarter: z.string().regex(/^\d{4}-Q[1-4]$/),
      value: z.number(),
      evidence: text(2000, 1),
    }),
    answers: ImprovementsView,
    created: true,
  },
  'GET /api/organizations/:organization/closing-report': {
    summary: 'How the programme ended: each target with baseline, result and outcome, shortfalls, next steps',
    allows: 'read registers',
    params: InOrganization,
    answers: ClosingView,
  },
} as const satisfies Endpoints
