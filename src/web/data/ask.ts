import {
  QueryClient,
  skipToken,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { inLanguage } from '#base/titled.ts'
import { type Answered, call, type Input, type Key } from './call.ts'
import { Refused } from './refused.ts'
import { type Told, titlesOf } from './titles.ts'

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

/** Reads one address, with the titles of the pack in the language of the page; undefined as input waits until it is known. */
export function useAsk<K extends Key>(
  key: K,
  input: Input<K> | undefined,
): UseQueryResult<Answered<K>, Error> {
  const { i18n } = useTranslation()
  const told = i18n.getResourceBundle(i18n.language, titlesOf) as Told | undefined // kept there by the words
  const select = useCallback((answer: Answered<K>) => inLanguage(answer, told), [told])
  return useQuery<Answered<K>, Error>({
    select,
    ...(input === undefined ? { queryKey: [key, input], queryFn: skipToken } : questionOf(key, input)),
  })
}

/** Reads what changes with a release only: once for as long as the page is open, whatever is changed meanwhile. */
export function useAskOnce<K extends Key>(
  key: K,
  input: Input<K> | undefined,
): UseQueryResult<Answered<K>, Error> {
  return useQuery<Answered<K>, Error>({
    ...(input === undefined ? { queryKey: [key, input], queryFn: skipToken } : questionOf(key, input)),
    staleTime: 'static',
    gcTime: Number.POSITIVE_INFINITY,
  })
}

/** Asks before anything shows that asks; what comes is there for whoever does. */
export function askAhead<K extends Key>(client: QueryClient, key: K, input: Input<K>): void {
  void client.prefetchQuery(questionOf(key, input))
}

function questionOf<K extends Key>(key: K, input: Input<K>) {
  return {
    queryKey: [key, input] as const,
    queryFn: ({ signal }: Readonly<{ signal: AbortSignal }>): Promise<Answered<K>> =>
      call(key, { ...input, signal }),
  }
}

/** What is done once a change was made, or was refused. */
type Then<K extends Key> = Readonly<{
  onSuccess?: (answer: Answered<K>) => void
  onError?: (error: Error) => void
}>

/** A change that can be asked for, and how it stands. */
export type Change<K extends Key> = Omit<UseMutationResult<Answered<K>, Error, Input<K>>, 'mutate'> &
  Readonly<{ mutate: (input: Input<K>, then?: Then<K>) => void }>

/**
 * Changes something at one address; everything that was read is then read again. What follows is done even where the
 * reading took away the part of the page that asked: the library would forget it, and nobody would be told.
 */
export function useChange<K extends Key>(key: K): Change<K> {
  const client = useQueryClient()
  const change = useMutation<Answered<K>, Error, Input<K>>({
    mutationFn: (input) => call(key, input),
    onSuccess: () => client.invalidateQueries(),
  })
  const mutate: Change<K>['mutate'] = (input, { onSuccess, onError } = {}) => {
    change.mutateAsync(input).then(onSuccess, onError ?? (() => undefined))
  }
  return { ...change, mutate }
}
