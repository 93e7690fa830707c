import {
  QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { type Answered, call, type Input, type Key } from './call.ts'
import { Refused } from './refused.ts'

/** What was read stays for a while; a refusal is not repeated, an unreached server is tried again. */
export function newClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        refetchOnWindowFocus: true,
        retry: (times, error) => times < 2 && !(error instanceof Refused && error.status > 0),
      },
    },
  })
}

/** Reads one address; undefined as input waits until it is known. */
export function useAsk<K extends Key>(
  key: K,
  input: Input<K> | undefined,
): UseQueryResult<Answered<K>, Error> {
  return useQuery<Answered<K>, Error>({
    queryKey: [key, input],
    enabled: input !== undefined,
    queryFn: async ({ signal }) => {
      if (input === undefined) throw new Error(`${key} was asked before it was known what for`)
      return call(key, { ...input, signal })
    },
  })
}

/** Changes something at one address; everything that was read is then read again. */
export function useChange<K extends Key>(key: K): UseMutationResult<Answered<K>, Error, Input<K>> {
  const client = useQueryClient()
  return useMutation<Answered<K>, Error, Input<K>>({
    mutationFn: (input) => call(key, input),
    onSuccess: () => client.invalidateQueries(),
  })
}
