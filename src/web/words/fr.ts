import { door } from './fr/door.ts'
import { readiness } from './fr/readiness.ts'
import { registers } from './fr/registers.ts'
import { requirements } from './fr/requirements.ts'
import { scales } from './fr/scales.ts'
import { shell } from './fr/shell.ts'
import { ui } from './fr/ui.ts'

/** The catalogue in French: every text of the interface. */
export const fr = { shell, ui, door, scales, registers, readiness, requirements } as const
