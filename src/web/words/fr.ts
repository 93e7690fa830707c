import { door } from './fr/door.ts'
import { evidence } from './fr/evidence.ts'
import { people } from './fr/people.ts'
import { readiness } from './fr/readiness.ts'
import { registers } from './fr/registers.ts'
import { requirements } from './fr/requirements.ts'
import { samples } from './fr/samples.ts'
import { scales } from './fr/scales.ts'
import { settings } from './fr/settings.ts'
import { shell } from './fr/shell.ts'
import { sources } from './fr/sources.ts'
import { today } from './fr/today.ts'
import { ui } from './fr/ui.ts'

/** The catalogue in French: every text of the interface. */
export const fr = {
  door,
  people,
  evidence,
  readiness,
  registers,
  requirements,
  settings,
  sources,
  samples,
  scales,
  shell,
  today,
  ui,
} as const
