/** What became of clocks; open misses run past their due time at the end of the data. */
export type Outcomes = Readonly<{
  kept: number
  missed: number
  openMissed: number
  running: number
  unusable: number
  noClock: number
}>

/** The outcomes of one service, customer, metric and month, by who computed the clocks and by which rules; '' is unknown. */
export type LevelCell = Outcomes &
  Readonly<{
    service: string
    customer: string
    metric: string
    month: string
    computedBy: string
    pauseRule: string
    reopenRule: string
  }>

/** How the tickets of a service fared in the hands of one group or supplier in a month. */
export type PartyMonth = Readonly<{
  service: string
  month: string
  partyKind: 'group' | 'supplier'
  party: string
  kept: number
  missed: number
}>

/** Surveys of one service and customer, by the month they were sent in. */
export type SurveyMonth = Readonly<{
  service: string
  customer: string
  month: string
  sent: number
  answered: number
  satisfied: number
}>

/** A complaint; instants are ISO instants, month is the one it was received in. */
export type Complaint = Readonly<{
  ticket: string
  service: string
  customer: string
  month: string
  state: string
  isOpen: boolean
  receivedAt: string | undefined
  answeredAt: string | undefined
  endedAt: string | undefined
}>

/** What one evidence pack says about services, as their customers had them. */
export type Experience = Readonly<{
  cells: readonly (LevelCell & Readonly<{ missedTickets: readonly string[] }>)[]
  parties: readonly PartyMonth[]
  surveys: readonly SurveyMonth[]
  complaints: readonly Complaint[]
}>
