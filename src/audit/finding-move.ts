import { type Finding, type FindingState, isNonconformity, type Person } from './finding.ts'

/** What has to be so before a finding goes on: a name that pages translate, and the sentence of a refusal. */
export type Lack = Readonly<{ need: Need; says: string }>
export type Need =
  | 'correction'
  | 'cause'
  | 'approval'
  | 'extent'
  | 'action'
  | 'done'
  | 'evidence'
  | 'wait'
  | 'effect'
  | 'reason'

/** Who may move: who works on the finding, or who follows findings up. */
export type Mover = 'worker' | 'verifier'

/** A way from one state to the next. The last two ways out of verifying are taken by an effect check and by nothing else. */
export type Move = Readonly<{
  from: FindingState
  to: FindingState
  name: string
  by: Mover
  asksReason: boolean
  /** Only for what is, or is not, a nonconformity. */
  only?: 'nonconformity' | 'other'
  needs: (finding: Finding) => readonly Lack[]
}>

const nothing = () => []

/** The ways of a finding, as the process model has them. */
const moves: readonly Move[] = [
  way('raised', 'contained', 'correct', 'worker', { needs: (finding) => [...lacksCorrection(finding)] }),
  way('raised', 'rejected', 'reject', 'verifier', { asksReason: true }),
  way('contained', 'analysing', 'analyse', 'worker'),
  way('analysing', 'action_planned', 'plan action', 'worker', {
    needs: (finding) => [...lacksCause(finding), ...lacksOpenAction(finding)],
  }),
  way('analysing', 'verifying', 'no action needed', 'verifier', { asksReason: true, needs: lacksCause }),
  way('action_planned', 'implementing', 'start', 'worker'),
  way('implementing', 'implemented', 'done', 'worker', { needs: lacksEvidence }),
  way('implemented', 'verifying', 'wait period', 'verifier', { needs: lacksWait }),
  // An opportunity asks for a decision and for nothing else; a good practice is only kept.
  way('raised', 'closed', 'decide', 'verifier', { asksReason: true, only: 'other' }),
  way('closed', 'analysing', 're-open', 'verifier', { asksReason: true, only: 'nonconformity' }),
]

function way(
  from: FindingState,
  to: FindingState,
  name: string,
  by: Mover,
  more: Partial<Pick<Move, 'asksReason' | 'only' | 'needs'>> = {},
): Move {
  const isChain = to !== 'closed' && to !== 'rejected'
  return {
    from,
    to,
    name,
    by,
    asksReason: false,
    needs: nothing,
    ...(isChain ? { only: 'nonconformity' } : {}),
    ...more,
  }
}

/** The ways that lead on from where a finding is. */
export function movesOf(finding: Finding): readonly Move[] {
  return moves.filter(
    ({ from, only }) =>
      from === finding.state &&
      (only === undefined || (only === 'nonconformity') === isNonconformity(finding)),
  )
}

/** The way to a state; undefined where none leads there. */
export function moveTo(finding: Finding, to: FindingState): Move | undefined {
  return movesOf(finding).find((move) => move.to === to)
}

/** What is missing before a finding can be closed, all of it: shown on its page and said in the refusal. */
export function lacksToClose(finding: Finding): readonly Lack[] {
  return [
    ...lacksCorrection(finding),
    ...lacksCause(finding),
    ...lacksAction(finding),
    ...lacksEvidence(finding),
    ...(lastEffect(finding)?.isEffective === true
      ? []
      : [{ need: 'effect' as const, says: 'an effect check that was passed' }]),
  ]
}

function lacksCorrection({ correction }: Finding): readonly Lack[] {
  return correction.trim()
    ? []
    : [{ need: 'correction', says: 'what was done at once, and for those affected' }]
}

/** A cause that somebody other than its author approved, and a look for the same elsewhere (NC-C2, NC-C3). */
function lacksCause(finding: Finding): readonly Lack[] {
  const { causeRows, rootCause, causeApproved, extentCheck } = finding
  const lacks: Lack[] = []
  if (causeRows.length === 0 || !rootCause.trim())
    lacks.push({ need: 'cause', says: 'the cause, with the way to it' })
  if (!causeApproved)
    lacks.push({ need: 'approval', says: 'the approval of the cause by somebody else than its author' })
  if (!extentCheck.trim()) lacks.push({ need: 'extent', says: 'where else it was looked for' })
  return lacks
}

/** Whoever plans again after actions that did not help needs another one. */
function lacksOpenAction({ actions }: Finding): readonly Lack[] {
  if (actions.some(({ doneOn }) => doneOn === undefined)) return []
  return [{ need: 'action', says: 'an action with owner and day that is still to be done' }]
}

/** No action is needed where that was decided with a reason. */
function lacksAction({ actions, decision }: Finding): readonly Lack[] {
  if (actions.length > 0 || decision.trim()) return []
  return [{ need: 'action', says: 'an action with owner and day' }]
}

function lacksEvidence({ actions }: Finding): readonly Lack[] {
  return actions.flatMap(({ says, doneOn, evidence }): Lack[] => {
    if (doneOn === undefined) return [{ need: 'done', says: `the action "${says}" done` }]
    return evidence.trim() ? [] : [{ need: 'evidence', says: `evidence that the action "${says}" was done` }]
  })
}

/** The effect shows only after some time: not on the day on which the last action was done (NC-C4). */
function lacksWait({ effectDueOn, criterion }: Finding): readonly Lack[] {
  if (effectDueOn === undefined || !criterion.trim())
    return [{ need: 'wait', says: 'the day of the effect check, and what it will be judged by' }]
  return []
}

/** The newest effect check. */
export function lastEffect({ effectChecks }: Pick<Finding, 'effectChecks'>) {
  return effectChecks.at(-1)
}

/** Why somebody may not check the effect on a day; undefined when nothing speaks against it. */
export function whyNoEffectCheck(
  finding: Finding,
  person: Person['id'] | undefined,
  on: string,
): string | undefined {
  if (finding.state !== 'verifying')
    return 'The effect is checked once the actions are done and the waiting time has begun.'
  const own = finding.actions.find(
    ({ owner, doers }) => person !== undefined && (owner.id === person || doers.includes(person)),
  )
  if (own)
    return `You did the action "${own.says}". Its effect is checked by somebody else, so that nobody judges the own work.`
  if (finding.effectDueOn !== undefined && on < finding.effectDueOn)
    return `The effect is checked on ${finding.effectDueOn} at the earliest, so that it has time to show.`
  return undefined
}

/** The day before which an effect check may not lie: some time after the last action. */
export function earliestEffectDay({ actions }: Pick<Finding, 'actions'>, today: string): string {
  const last =
    actions
      .flatMap(({ doneOn }) => doneOn ?? [])
      .toSorted()
      .at(-1) ?? today
  const next = new Date(`${last}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.toISOString().slice(0, 10)
}
