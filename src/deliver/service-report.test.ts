import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languageCodes } from '#base/language.ts'
import { leftInEnglish, overflowing, speechesOf } from '../../test/worlds/languages.ts'
import { flat, needsReader, needsTypesetter, textOf } from '../../test/worlds/pdf.ts'
import { pack } from '../../test/worlds/report-input.ts'
import { issuedReport, reportFigures, withComplaints } from '../../test/worlds/service-report.ts'
import { makeServiceReport, openServiceReportSpeech } from './service-report.ts'
import { printServiceReport } from './write.ts'

/** Points between the edge of the page and text. */
const margin = (25 / 25.4) * 72

function pdfIn(language: (typeof languageCodes)[number]): Uint8Array {
  return printServiceReport(makeServiceReport(issuedReport(), openServiceReportSpeech(pack, language)), pack)
}

function readIn(language: (typeof languageCodes)[number]): string {
  return flat(textOf(pdfIn(language), '-raw').replaceAll(/\u00AD\s+/g, ''))
}

for (const [name, speech] of speechesOf('service-report', ['documented']))
  test(`the service report can be set in ${name}, and nothing overflows`, needsReader, () => {
    const pdf = printServiceReport(makeServiceReport(issuedReport(), speech), pack)

    assert.deepEqual(overflowing(pdf, margin), [])
  })

for (const code of languageCodes.filter((one) => one !== 'en'))
  test(`no English sentence is left in the service report in ${code}`, needsReader, () => {
    const speech = openServiceReportSpeech(pack, code)

    assert.deepEqual(speech.sentences.missing, [])
    assert.deepEqual(leftInEnglish(readIn(code), speech), [])
    assert.match(Buffer.from(pdfIn(code)).toString('latin1'), new RegExp(`/Lang\\s*\\(${code}\\)`))
  })

test('the same figures stand in every language, each as it writes them', needsReader, () => {
  const wanted = {
    en: ['97.4 %', '1,204 of 1,236', '95.6 % (412 of 431)', '2026-04-14', '98 %', '2.5 d', '81.1 '],
    de: ['97,4 %', '1.204 von 1.236', '95,6 % (412 von 431)', '14.04.2026', '98 %', '2,5 d'],
    fr: ['97,4 %', '1 204 sur 1 236', '95,6 % (412 sur 431)', '14/04/2026', '98 %', '2,5 d'],
    it: ['97,4%', '1.204 su 1.236', '95,6% (412 su 431)', '14/04/2026', '98%', '2,5 d'],
  } as const

  for (const code of languageCodes) {
    const text = readIn(code)
    for (const figure of wanted[code].filter((one) => one !== '81.1 '))
      assert.ok(text.includes(figure), `${code}: ${figure}\n${text}`)
  }
})

test('what an agreement below promises itself, and whether that was kept, is said', () => {
  const { chains } = makeServiceReport(issuedReport(), openServiceReportSpeech(pack, 'de'))
  const [ours, contract] = chains?.[0]?.supporters ?? []

  assert.deepEqual(ours, {
    agreement: 'AGR-2, interne Vereinbarung',
    party: 'Messaging team',
    held: '95,6\u00A0% (412 von 431), als Gruppe',
    own: '98\u00A0%',
    mark: { tone: 'major', word: 'verfehlt' },
  })
  assert.deepEqual([contract?.own, contract?.mark?.word], ['kein Anteil zugesagt', 'keine Fälle'])
})

test('why a promise is not held up is said in the language, from what was frozen beside the sentence', () => {
  const { chains } = makeServiceReport(issuedReport(), openServiceReportSpeech(pack, 'de'))
  const links = chains?.[0]?.links ?? []

  assert.deepEqual(
    links.map(({ mark }) => mark.word),
    [
      'darunter schwächer',
      'nicht vergleichbar',
      'darunter schwächer',
      'getragen',
      'nicht vergleichbar',
      'darunter nicht abgedeckt',
    ],
  )
  assert.equal(links[0]?.says, 'AGR-1, Lösungszeit P1: höchstens 4 Stunden, rund um die Uhr')
  assert.match(links[0]?.why ?? '', /AGR-2: Oben zugesagt: .* darunter nur: Lösungszeit: höchstens 8 Stunden/)
  assert.match(links[0]?.why ?? '', /AGR-3: .* Die Servicezeiten sind kürzer\. Akzeptiert: The supplier/)
  assert.match(links[2]?.why ?? '', /hintereinander kommen sie auf 99,87\u00A0%, zugesagt sind 99,9\u00A0%/)
  assert.match(links[5]?.why ?? '', /AGR-2 sagt nichts zu: Zufriedenheit\./)
})

test('a report that was frozen before there were languages is English, and says so where it cannot speak another', () => {
  const { language: _, ...old } = withComplaints()
  const chains = old.chains.map(({ service, chain }) => ({
    service,
    chain: {
      links: chain.links.map((link) => ({
        ...link,
        supports: link.supports.map(({ agreement, verdict, says }) => ({ agreement, verdict, says })),
      })),
      supporters: chain.supporters,
    },
  }))
  const speech = openServiceReportSpeech(pack, 'de')
  const view = makeServiceReport(issuedReport({ ...old, chains }), speech)

  assert.match(view.chains?.[0]?.links[0]?.why ?? '', /^AGR-2: Promised above: time to resolve P1/)
  assert.deepEqual(view.notes, [speech.say('note.frozen')])
  assert.deepEqual(makeServiceReport(issuedReport(), speech).notes, [])
})

test('equal figures in a language are equal bytes, and languages differ', needsTypesetter, () => {
  const [one, again, other] = [pdfIn('fr'), pdfIn('fr'), pdfIn('it')].map((pdf) => Buffer.from(pdf))

  assert.ok(one && again && other)
  assert.ok(one.equals(again))
  assert.ok(!one.equals(other))
})

test('a report without complaints, reviews and surveys says so in its language', () => {
  const nothing = { ...reportFigures, reviews: [], actions: [] }
  const view = makeServiceReport(issuedReport(nothing), openServiceReportSpeech(pack, 'fr'))

  assert.match(view.complaints?.says ?? '', /^Aucune réclamation/)
  assert.deepEqual(view.reviews, { reviews: [], actions: [] })
  assert.equal(view.kind, 'Rapport de service T1 2026')
})
