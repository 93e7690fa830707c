import { across } from './it/across.ts'
import { adoption } from './it/adoption.ts'
import { attached } from './it/attached.ts'
import { audits } from './it/audits.ts'
import { baselines } from './it/baselines.ts'
import { brand } from './it/brand.ts'
import { capabilityTargets } from './it/capability-targets.ts'
import { businessCase } from './it/case.ts'
import { documented } from './it/documented.ts'
import { documents } from './it/documents.ts'
import { door } from './it/door.ts'
import { evidence } from './it/evidence.ts'
import { executive } from './it/executive.ts'
import { findings } from './it/findings.ts'
import { gapList } from './it/gap-list.ts'
import { growth } from './it/growth.ts'
import { imports } from './it/imports.ts'
import { improvement } from './it/improvement.ts'
import { jobs } from './it/jobs.ts'
import { mapping } from './it/mapping.ts'
import { monitoring } from './it/monitoring.ts'
import { ownLines } from './it/own-lines.ts'
import { people } from './it/people.ts'
import { programme } from './it/programme.ts'
import { readiness } from './it/readiness.ts'
import { registers } from './it/registers.ts'
import { requirements } from './it/requirements.ts'
import { roadmap } from './it/roadmap.ts'
import { room } from './it/room.ts'
import { samples } from './it/samples.ts'
import { scales } from './it/scales.ts'
import { serviceLevels } from './it/service-levels.ts'
import { settings } from './it/settings.ts'
import { shell } from './it/shell.ts'
import { sources } from './it/sources.ts'
import { standing } from './it/standing.ts'
import { strategy } from './it/strategy.ts'
import { today } from './it/today.ts'
import { ui } from './it/ui.ts'
import { webhooks } from './it/webhooks.ts'

/** The catalogue in Italian: every text of the interface. */
export const it = {
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
