import { z } from 'zod'
import { sides } from '#monitoring/scorecard.ts'
import { Answers } from './monitoring-views.ts'

const count = z.number().int().nonnegative()
const MeasureState = z.enum(['on target', 'off target', 'no target', 'no data', 'not watched'])
const ScoreMeasure = z.object({
  kind: z.enum(['goal', 'objective', 'KPI']),
  id: z.string(),
  title: z.string(),
  answers: Answers,
  unit: z.string(),
  baseline: z.number().optional(),
  target: z.number().optional(),
  actual: z.number().optional(),
  period: z.string().optional(),
  state: MeasureState,
  isStale: z.boolean(),
})

/** The balanced scorecard, side by side. */
export const Scorecard = z.object({
  sides: z
    .array(
      z.object({
        side: z.enum(sides),
        goals: z
          .array(
            z.object({
              id: z.string(),
              number: z.string(),
              title: z.string(),
              owner: z.string().optional(),
              dueOn: z.string().optional(),
              measures: z.array(ScoreMeasure).readonly(),
              initiatives: z
                .array(
                  z.object({
                    id: z.string(),
                    number: z.string(),
                    title: z.string(),
                    state: z.string(),
                    owner: z.string().optional(),
                    endsOn: z.string().optional(),
                  }),
                )
                .readonly(),
            }),
          )
          .readonly(),
        others: z.array(ScoreMeasure).readonly(),
        counts: z.record(MeasureState, count),
      }),
    )
    .readonly(),
})
export type Scorecard = z.infer<typeof Scorecard>
