import { z } from 'zod'

/** Shares of conforming requirements by clause group, to compare with; where they come from is said with them. */
export const Profile = z.strictObject({
  id: z.string().regex(/^[A-Z]\d$/),
  title: z.string().min(4),
  shares: z.record(z.string(), z.number().min(0).max(1)),
})
export type Profile = Readonly<z.infer<typeof Profile>>

/** profiles.yaml of an edition. */
export const ProfileFile = z.strictObject({
  source: z.string().min(8),
  as_of: z.string().min(4),
  profiles: z.array(Profile).min(1),
})
export type ProfileFile = Readonly<z.infer<typeof ProfileFile>>
