import { z } from 'zod'
import type { Endpoints } from './endpoint.ts'
import { Version } from './finance.ts'
import { InOrganization, text } from './page.ts'

const Level = z.number().int().min(0).max(5)
const whole = z.number().int()

/** One process: the level it is to have, where that comes from, and what tickets show of it. */
export const CapabilityTargetView = z.object({
  clause: z.string(),
  title: z.string(),
  target: Level,
  /** The level that follows from goals. */
  derived: Level,
  goals: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      title: z.string(),
      priority: z.enum(['low', 'medium', 'high']).optional(),
    }),
  ),
  set: z
    .object({
      level: Level,
      reason: z.string(),
      version: whole,
      changedBy: z.string(),
      changedAt: z.string(),
    })
    .optional(),
  attributes: z.array(
    z.object({
      attribute: z.enum(['1.1', '2.2', '3.2']),
      /** More than this percentage is asked for. */
      above: whole,
      shown: whole.optional(),
      band: z.enum(['N', 'P', 'L', 'F']).optional(),
      checks: whole,
      /** Points that are missing; absent where it is reached, or not seen. */
      short: whole.optional(),
    }),
  ),
  standing: z.enum(['reached as far as seen', 'short', 'not seen']),
})

const OfProcess = InOrganization.extend({ clause: z.string().max(12) })

export const capabilityTargetsApi = {
  'GET /api/organizations/:organization/capability-targets': {
    summary:
      'The level of capability that each process is to have, by goals or as somebody set it, and the gap as far as tickets can tell',
    allows: 'read registers',
    params: InOrganization,
    answers: z.object({ collectedAt: z.string().optional(), processes: z.array(CapabilityTargetView) }),
  },
  'PUT /api/organizations/:organization/capability-targets/:clause': {
    summary: 'Set the level of a process, with the reason why it is not the one that follows from goals',
    allows: 'write registers',
    params: OfProcess,
    body: z.object({ level: Level, reason: text(1000, 1) }),
    answers: Version,
    versioned: true,
  },
  'DELETE /api/organizations/:organization/capability-targets/:clause': {
    summary: 'Take back the level that was set: it follows from goals again',
    allows: 'write registers',
    params: OfProcess,
    answers: 'nothing',
  },
} as const satisfies Endpoints
