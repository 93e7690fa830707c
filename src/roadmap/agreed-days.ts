import { Refusal } from '#base/refusal.ts'
import type { FixedDate, Plan } from './plan.ts'

/** The settings of the organization that hold a day which a roadmap agrees on too. */
const settingOf = { 'stage 1': 'stage1On', certification: 'certificateOn' } as const
type Setting = (typeof settingOf)[keyof typeof settingOf]

/** The days of a plan under the names they have in the settings, so that both say the same. */
export function agreedDays({ dates }: Pick<Plan, 'dates'>): Readonly<Partial<Record<Setting, string>>> {
  return Object.fromEntries(
    dates.flatMap((date) => (isSetting(date) ? [[settingOf[date.kind], date.on]] : [])),
  )
}

function isSetting(date: FixedDate): date is FixedDate & { kind: keyof typeof settingOf } {
  return date.kind in settingOf
}

/** Refuses settings with another day than the one that the roadmap agreed on: no figure may have two. */
export function demandAgreed(
  plan: Pick<Plan, 'dates'> | undefined,
  settings: Readonly<Record<string, unknown>>,
): void {
  for (const date of plan?.dates.filter(isSetting) ?? []) {
    const name = settingOf[date.kind]
    if (name in settings && settings[name] !== date.on)
      throw new Refusal(
        'conflict',
        `The roadmap has agreed on ${date.on} for ${date.title}. Change the day there, under Roles and dates.`,
      )
  }
}
