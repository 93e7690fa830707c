import { withhold } from './withhold.ts'

/** What a leader did in the window of 90 days; only confirmed acts are counted. */
export type LeaderActs = Readonly<{
  /** Sponsor tasks that were due, and those done on time. */
  tasks: Readonly<{ due: number; onTime: number }>
  /** Town halls, team talks, posts, opened trainings. */
  communications: number
  /** Reviews, trainings and audits he was invited to, and came to. */
  sessions: Readonly<{ invited: number; attended: number }>
  /** Decisions asked for, and given within ten working days. */
  decisions: Readonly<{ asked: number; inTime: number }>
  /** Courses due in the own team, and passed; people of the team. */
  team: Readonly<{ people: number; due: number; passed: number }>
}>

export type LeaderLevel = 'top' | 'middle' | 'team lead'

/** A leader with points by component, as far as a component applies. */
export type LeaderScore = Readonly<{
  level: LeaderLevel
  components: readonly Readonly<{ id: ComponentId; points: number; most: number }>[]
  /** 100 times points over what could be reached; absent where fewer than two components apply. */
  score: number | undefined
  isEngaged: boolean
}>

export type ComponentId = 'tasks' | 'communications' | 'sessions' | 'decisions' | 'team'

/** The most points by component; posts alone can give 20 of 100. */
export const most: Readonly<Record<ComponentId, number>> = {
  tasks: 30,
  communications: 20,
  sessions: 20,
  decisions: 15,
  team: 15,
}

export const windowDays = 90
export const engagedFrom = 60
/** A convention of the project, told as such: the share of engaged leaders to aim at. */
export const target = 0.7
const leastComponents = 2
const leastTeam = 5
const pointsOfAct = 10
/** A level is shown from this many counted leaders on, so that nobody's own score is told. */
export const leastLeaders = 5

/** The score of one leader. */
export function scoreLeader(level: LeaderLevel, acts: LeaderActs): LeaderScore {
  const { tasks, communications, sessions, decisions, team } = acts
  const components = [
    share('tasks', tasks.onTime, tasks.due),
    {
      id: 'communications' as const,
      points: Math.min(most.communications, pointsOfAct * communications),
      most: most.communications,
    },
    share('sessions', sessions.attended, sessions.invited),
    share('decisions', decisions.inTime, decisions.asked),
    share('team', team.passed, team.people >= leastTeam ? team.due : 0),
  ].filter((one) => one !== undefined)
  const score = scoreOf(components)
  return { level, components, score, isEngaged: score !== undefined && score >= engagedFrom }
}

/** 100 times the points over the maxima of the components that apply; at least two must. */
export function scoreOf(
  components: readonly Readonly<{ points: number; most: number }>[],
): number | undefined {
  if (components.length < leastComponents) return undefined
  const points = components.reduce((sum, one) => sum + one.points, 0)
  return (100 * points) / components.reduce((sum, one) => sum + one.most, 0)
}

function share(id: ComponentId, part: number, whole: number) {
  return whole === 0 ? undefined : { id, points: (most[id] * part) / whole, most: most[id] }
}

/** The index of all leaders, and of the levels that are large enough to be shown. */
export type LeadershipIndex = Readonly<{
  leaders: number
  counted: number
  /** Absent where fewer leaders are counted than may be shown. */
  engaged: number | undefined
  index: number | undefined
  /** 70 % or more, and somebody of the top among them; absent with the index. */
  isMet: boolean | undefined
  levels: readonly Readonly<{
    level: LeaderLevel
    counted: number
    engaged: number | undefined
    index: number | undefined
  }>[]
}>

const levels: readonly LeaderLevel[] = ['top', 'middle', 'team lead']

/** Engaged leaders over counted leaders. A level that could be computed from the others is withheld with the small ones. */
export function leadershipIndex(scores: readonly LeaderScore[]): LeadershipIndex {
  const counted = scores.filter(({ score }) => score !== undefined)
  const isShown = counted.length >= leastLeaders
  const engaged = counted.filter(({ isEngaged }) => isEngaged).length
  const hasTop = counted.some(({ level, isEngaged }) => level === 'top' && isEngaged)
  const shown = shownLevels(counted)
  return {
    leaders: scores.length,
    counted: counted.length,
    engaged: isShown ? engaged : undefined,
    index: isShown ? engaged / counted.length : undefined,
    isMet: isShown ? engaged / counted.length >= target && hasTop : undefined,
    levels: levels.map((level) => {
      const own = counted.filter((one) => one.level === level)
      const ownEngaged = own.filter(({ isEngaged }) => isEngaged).length
      return {
        level,
        counted: own.length,
        engaged: shown.has(level) ? ownEngaged : undefined,
        index: shown.has(level) ? ownEngaged / own.length : undefined,
      }
    }),
  }
}

function shownLevels(counted: readonly LeaderScore[]): ReadonlySet<LeaderLevel> {
  const sizes = levels.map((level) => ({
    name: level,
    counts: [counted.filter((one) => one.level === level).length],
  }))
  const { withheld } = withhold(sizes, leastLeaders)
  return new Set(levels.filter((level) => !withheld.has(level)))
}
