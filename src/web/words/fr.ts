import { across } from './fr/across.ts'
import { adoption } from './fr/adoption.ts'
import { attached } from './fr/attached.ts'
import { audits } from './fr/audits.ts'
import { baselines } from './fr/baselines.ts'
import { brand } from './fr/brand.ts'
import { capabilityTargets } from './fr/capability-targets.ts'
import { businessCase } from './fr/case.ts'
import { documented } from './fr/documented.ts'
import { documents } from './fr/documents.ts'
import { door } from './fr/door.ts'
import { evidence } from './fr/evidence.ts'
import { executive } from './fr/executive.ts'
import { findings } from './fr/findings.ts'
import { gapList } from './fr/gap-list.ts'
import { growth } from './fr/growth.ts'
import { imports } from './fr/imports.ts'
import { improvement } from './fr/improvement.ts'
import { jobs } from './fr/jobs.ts'
import { mapping } from './fr/mapping.ts'
import { monitoring } from './fr/monitoring.ts'
import { ownLines } from './fr/own-lines.ts'
import { people } from './fr/people.ts'
import { programme } from './fr/programme.ts'
import { readiness } from './fr/readiness.ts'
import { registers } from './fr/registers.ts'
import { requirements } from './fr/requirements.ts'
import { roadmap } from './fr/roadmap.ts'
import { room } from './fr/room.ts'
import { samples } from './fr/samples.ts'
import { scales } from './fr/scales.ts'
import { serviceLevels } from './fr/service-levels.ts'
import { settings } from './fr/settings.ts'
import { shell } from './fr/shell.ts'
import { sources } from './fr/sources.ts'
import { standing } from './fr/standing.ts'
import { strategy } from './fr/strategy.ts'
import { today } from './fr/today.ts'
import { ui } from './fr/ui.ts'
import { webhooks } from './fr/webhooks.ts'

/** The catalogue in French: every text of the interface. */
export const fr = {
  adoption,
  brand,
  businessCase,
  door,
  evidence,
  documented,
  documents,
  jobs,
  monitoring,
  people,
  readiness,
  registers,
  requirements,
  roadmap,
  room,
  samples,
  scales,
  serviceLevels,
  settings,
  shell,
  sources,
  standing,
  strategy,
  today,
  ui,
  gapList,
  ownLines,
  executive,
  capabilityTargets,
  growth,
  improvement,
  imports,
  attached,
  mapping,
  baselines,
  programme,
  across,
  webhooks,
  audits,
  findings,
} as const
