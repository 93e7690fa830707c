import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { type Answered, addressOf, call } from './call.ts'
import { endedSince, hasEnded } from './ended-jobs.ts'

export type Job = Answered<'GET /api/organizations/:organization/jobs/:job'>

const list = 'GET /api/organizations/:organization/jobs'
const soon = 2_000

/** The newest jobs, told by the server as they go on; when one ends, everything that was read is read again. */
export function useJobs(params: Readonly<{ organization: string }>, isAllowed = true) {
  const client = useQueryClient()
  const query = useQuery({
    queryKey: [list, params],
    enabled: isAllowed,
    queryFn: ({ signal }) => call(list, { params, query: { limit: 20 }, signal }),
    refetchInterval: ({ state: { data } }) => (data?.items.every(hasEnded) === false ? soon : false),
  })
  const running = query.data?.items.find((job) => job.state === 'running')?.id

  useEffect(() => {
    if (running === undefined) return undefined
    const events = new EventSource(
      addressOf('GET /api/organizations/:organization/jobs/:job/events', {
        params: { ...params, job: running },
      }),
    )
    const tell = ({ data }: MessageEvent<string>) => {
      const job = JSON.parse(data) as Job // the server writes it by the contract
      client.setQueryData<Answered<typeof list>>(
        [list, params],
        (old) => old && { ...old, items: old.items.map((one) => (one.id === job.id ? job : one)) },
      )
      if (hasEnded(job)) events.close()
    }
    events.addEventListener('message', tell)
    events.addEventListener('job', tell)
    return () => events.close()
  }, [running, params, client])
  useReadAgain(query.data?.items, client)

  return query
}

/** Reads everything again when a job has ended, also one that was so quick that nobody saw it run. */
function useReadAgain(jobs: readonly Job[] | undefined, client: QueryClient): void {
  const known = useRef<ReadonlySet<string>>(undefined)
  useEffect(() => {
    if (!jobs) return
    const ended = endedSince(known.current, jobs)
    known.current = new Set(jobs.filter(hasEnded).map(({ id }) => id))
    if (ended.length === 0) return
    void client.invalidateQueries()
    // The job that follows is asked for in the same moment; it is seen a little later.
    setTimeout(() => void client.invalidateQueries({ queryKey: [list] }), soon)
  }, [jobs, client])
}
