import { capabilityTargetsApi } from '#api/capability-targets.ts'
import { executiveApi } from '#api/executive.ts'
import { strategyApi } from '#api/strategy.ts'
import { capabilityTargets } from './capability-targets.ts'
import { executive } from './executive.ts'
import { strategy } from './strategy.ts'

/** Every resource of strategy, to be mounted at once. */
export const wholeStrategy = {
  endpoints: { ...strategyApi, ...capabilityTargetsApi, ...executiveApi },
  handlers: { ...strategy.handlers, ...capabilityTargets.handlers, ...executive.handlers },
}
