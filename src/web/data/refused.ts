/** Problem details as RFC 9457 has them. */
export type ProblemDetails = Readonly<{
  status: number
  title: string
  detail: string
  errors?: readonly Readonly<{ pointer: string; detail: string }>[]
  instance?: string
}>

/** An answer that is not the one hoped for; status 0 means that the server was not reached. */
export class Refused extends Error {
  readonly problem: ProblemDetails

  constructor(problem: ProblemDetails, cause?: unknown) {
    super(problem.detail || problem.title, { cause })
    this.name = 'Refused'
    this.problem = problem
  }

  get status(): number {
    return this.problem.status
  }

  /** Reads the problem out of an answer; an answer that is none still has its status. */
  static async of(answer: Response): Promise<Refused> {
    const said: unknown = await answer.json().catch(() => undefined)
    const problem = typeof said === 'object' && said !== null ? (said as Partial<ProblemDetails>) : {}
    const message = (problem as { message?: string }).message
    return new Refused({
      title: answer.statusText,
      detail: message ?? '',
      ...problem,
      status: answer.status,
    })
  }
}
