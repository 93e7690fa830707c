import { z } from 'zod'
import type { Endpoints } from './endpoint.ts'
import { OrganizationView } from './organizations.ts'
import { text } from './page.ts'

/** Who is signed in, and which ways in there are. */
export const SessionView = z.object({
  person: z
    .object({ id: z.string(), name: z.string(), email: z.string(), hasTwoFactor: z.boolean() })
    .optional(),
  organizations: z.array(OrganizationView),
  /** Of the session by which it is asked: two factors were proved, and so lately that ways to sign in may be changed. */
  session: z.object({ isStrong: z.boolean(), isFresh: z.boolean() }).optional(),
  /** True as long as nobody has an account here: the page of the first start is asked for. */
  isNew: z.boolean(),
  /** What the button of single sign-on says; absent where there is none. */
  signOn: z.string().optional(),
  /** False: messages are kept in the outbox and handed over by people. */
  sendsMail: z.boolean(),
})
export type SessionView = z.infer<typeof SessionView>

/** A new password; its rules are said when it is refused. */
export const NewPassword = z.string().min(1).max(1000)

/** An address of electronic mail, as short as the standard wants it. */
export const Email = z.email().max(254)

export const sessionApi = {
  'GET /api/session': {
    summary: 'Who you are, where you belong, and which ways to sign in there are',
    allows: 'anyone',
    answers: SessionView,
  },
  'POST /api/start': {
    summary:
      'The first start: makes the first person and organization, with the code that the program printed',
    allows: 'anyone',
    body: z.object({
      code: z.string().min(1).max(100),
      name: text(200, 1),
      email: Email,
      password: NewPassword,
      organization: text(200, 1),
      /** Fill the organization with the simulated retailer. */
      demo: z.boolean().default(false),
    }),
    answers: OrganizationView,
    created: true,
  },
} as const satisfies Endpoints
