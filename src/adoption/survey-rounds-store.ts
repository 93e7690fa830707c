import type { NamedInstrument } from '#content/instrument.ts'
import { demandInstrument, type PeopleSide } from '#content/people-side.ts'
import type { Tx } from '#db/records.ts'
import { resultsOf, type SurveyResults } from './survey-results.ts'
import { isOver, listSurveys, openBoxes, readSurvey, type Survey } from './survey-store.ts'

/** A survey that is over, with what it came to. */
export type Round = Readonly<{ survey: Survey; results: SurveyResults }>

/** A survey with its questions, and the surveys with the same questions that are over, up to this one, oldest first. */
export type SurveyWithRounds = Readonly<{
  survey: Survey
  instrument: NamedInstrument
  rounds: readonly Round[]
}>

/** Reads a survey and its rounds; only surveys that are over have results. */
export async function readRounds(tx: Tx, side: PeopleSide, id: string, now: Date): Promise<SurveyWithRounds> {
  const survey = await readSurvey(tx, id)
  const instrument = demandInstrument(side, survey.instrument)
  const all = await listSurveys(tx)
  const over = all.filter(
    (one) => one.instrument === survey.instrument && one.sentAt <= survey.sentAt && isOver(one, now),
  )
  return { survey, instrument, rounds: await openRounds(tx, instrument, over.toReversed(), now) }
}

/** The results of surveys that are over, in the order given. */
export async function openRounds(
  tx: Tx,
  instrument: NamedInstrument,
  surveys: readonly Survey[],
  now: Date,
): Promise<readonly Round[]> {
  const rounds: Round[] = []
  for (const survey of surveys)
    rounds.push({ survey, results: resultsOf(instrument, await openBoxes(tx, survey, now)) })
  return rounds
}
