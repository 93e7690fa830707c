import { across } from './de/across.ts'
import { adoption } from './de/adoption.ts'
import { attached } from './de/attached.ts'
import { audits } from './de/audits.ts'
import { baselines } from './de/baselines.ts'
import { brand } from './de/brand.ts'
import { capabilityTargets } from './de/capability-targets.ts'
import { businessCase } from './de/case.ts'
import { documented } from './de/documented.ts'
import { documents } from './de/documents.ts'
import { door } from './de/door.ts'
import { evidence } from './de/evidence.ts'
import { executive } from './de/executive.ts'
import { findings } from './de/findings.ts'
import { gapList } from './de/gap-list.ts'
import { growth } from './de/growth.ts'
import { imports } from './de/imports.ts'
import { improvement } from './de/improvement.ts'
import { jobs } from './de/jobs.ts'
import { mapping } from './de/mapping.ts'
import { monitoring } from './de/monitoring.ts'
import { ownLines } from './de/own-lines.ts'
import { people } from './de/people.ts'
import { programme } from './de/programme.ts'
import { readiness } from './de/readiness.ts'
import { registers } from './de/registers.ts'
import { requirements } from './de/requirements.ts'
import { roadmap } from './de/roadmap.ts'
import { room } from './de/room.ts'
import { samples } from './de/samples.ts'
import { scales } from './de/scales.ts'
import { serviceLevels } from './de/service-levels.ts'
import { settings } from './de/settings.ts'
import { shell } from './de/shell.ts'
import { sources } from './de/sources.ts'
import { standing } from './de/standing.ts'
import { strategy } from './de/strategy.ts'
import { today } from './de/today.ts'
import { ui } from './de/ui.ts'
import { webhooks } from './de/webhooks.ts'

/** The catalogue in German: every text of the interface. */
export const de = {
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
