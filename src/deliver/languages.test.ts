import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { lengthened, longSpeech, needsReader, overflowing, speechesOf } from '../../test/worlds/languages.ts'
import { fullMatter, programmeOf } from '../../test/worlds/programme.ts'
import { pack, reportInput } from '../../test/worlds/report-input.ts'
import { makeExecutiveSummary } from './executive-summary.ts'
import { makeGapReport } from './gap-report.ts'
import { printExecutiveSummary, printGapReport } from './write.ts'

/** Points between the edge of the page and text: the margins of the templates. */
const margins = { report: (25 / 25.4) * 72, summary: (20 / 25.4) * 72 }

for (const [name, speech] of speechesOf('gap-analysis')) {
  test(`the gap analysis report can be set in ${name}, and nothing overflows`, needsReader, () => {
    const pdf = printGapReport(makeGapReport(reportInput(speech)), pack)

    assert.deepEqual(overflowing(pdf, margins.report), [])
  })
}

for (const [name, speech] of speechesOf('executive-summary', ['programme'])) {
  test(`the executive summary is one page in ${name}, and nothing overflows`, needsReader, () => {
    const pdf = printExecutiveSummary(makeExecutiveSummary(programmeOf(fullMatter, speech)), pack)

    assert.equal(
      Buffer.from(pdf)
        .toString('latin1')
        .match(/\/Type\s*\/Page\b/g)?.length,
      1,
    )
    assert.deepEqual(overflowing(pdf, margins.summary), [])
  })
}

test('the language that nobody speaks is 40 percent longer and keeps its places', () => {
  const words = 'Of {gates} gates {count} are green'

  assert.equal(lengthened(words), 'Ofo {gates} gatesga {count} areare greengr'.replace('areare', 'arear'))
  const { english } = speechesOf('gap-analysis')[0]?.[1].sentences ?? { english: {} }
  const long = longSpeech('gap-analysis').sentences.english
  const lettersOf = (all: Readonly<Record<string, string>>) =>
    Object.values(all)
      .join('')
      .replaceAll(/\{\w+\}|[^\p{L}]/gu, '').length
  assert.ok(lettersOf(long) >= 1.4 * lettersOf(english))
})

test(
  'names in Greek, Polish, Cyrillic and Arabic letters can be read; for Chinese ones it is said that there is no font',
  needsReader,
  () => {
    const services = ['Ηλεκτρονικό ταχυδρομείο', 'Zażółć gęślą jaźń', 'Почта', 'خدمة البريد الإلكتروني']
    const textOf = (names: readonly string[]) => {
      const input = { ...reportInput(longSpeech('gap-analysis')), services: names }
      const pdf = printGapReport(makeGapReport(input), pack)
      return spawnSync('pdftotext', ['-', '-'], { input: pdf, encoding: 'utf8' }).stdout.replaceAll(
        /\s+/g,
        ' ',
      )
    }

    const known = textOf(services)

    for (const name of services.slice(0, 3)) assert.ok(known.includes(name), name)
    assert.match(known, /\p{Script=Arabic}{3}/u)
    assert.doesNotMatch(known, /Koreanko?/i)
    assert.match(textOf(['電子郵件']), /Korean\w* letters\w* can/)
  },
)

test('each document says its language to readers aloud, and what of it is English', needsReader, () => {
  const [, [, german] = []] = speechesOf('gap-analysis')
  assert.ok(german)
  const pdf = printGapReport(makeGapReport(reportInput(german)), pack)
  const text = spawnSync('pdftotext', ['-l', '1', '-', '-'], { input: pdf, encoding: 'utf8' }).stdout

  assert.match(Buffer.from(pdf).toString('latin1'), /\/Lang\s*\(de\)/)
  assert.match(text.replaceAll(/\s+/g, ' '), /Deutsch\. Längere Texte des Inhalts.*stehen auf Englisch/)
  assert.match(text, /01\.07\.2024 bis 30\.06\.2026/)
})
