import { z } from 'zod'

/** Where in the application something is shown: the page, and what it is about where it is about one thing. */
export const Where = z.object({
  page: z.enum([
    'review',
    'register',
    'record',
    'measure',
    'check',
    'measures',
    'checks',
    'requirement',
    'gaps',
    'readiness',
    'snapshots',
    'coverage',
    'training',
    'surveys',
    'feedback',
    'strategy',
    'tracking',
    'calendar',
    'improvements',
    'certification',
    'audits',
    'findings',
    'monitoring',
    'serviceLevels',
    'serviceReports',
    'today',
  ]),
  id: z.string().optional(),
  record: z.string().optional(),
})
export type Where = Readonly<z.infer<typeof Where>>
