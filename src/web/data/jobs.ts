import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { type Answered, addressOf, call } from './call.ts'

export type Job = Answered<'GET /api/organizations/:organization/jobs/:job'>

const list = 'GET /api/organizations/:organization/jobs'
const soon = 2_000

/** Whether nothing more will happen to a job. */
export function hasEnded({ state }: Pick<Job, 'state'>): boolean {
  return state !== 'waiting' && state !== 'running'
}

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
      if (!hasEnded(job)) return
      events.close()
      void client.invalidateQueries()
      // The job that follows is asked for in the same moment; it is seen a little later.
      setTimeout(() => void client.invalidateQueries({ queryKey: [list] }), soon)
    }
    events.addEventListener('message', tell)
    events.addEventListener('job', tell)
    return () => events.close()
  }, [running, params, client])

  return query
}
