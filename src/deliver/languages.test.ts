import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { languageCodes } from '#base/language.ts'
import { openImprovement } from '#content/improvement.ts'
import { openPlaybookText } from '#content/playbook.ts'
import { keyOfWords } from '#content/sentences.ts'
import {
  leftInEnglish,
  lengthened,
  longSpeech,
  needsReader,
  overflowing,
  playbookSpeeches,
  speechesOf,
} from '../../test/worlds/languages.ts'
import { playbookInput } from '../../test/worlds/playbook-input.ts'
import { fullMatter, programmeOf } from '../../test/worlds/programme.ts'
import { pack, reportInput } from '../../test/worlds/report-input.ts'
import { makeExecutiveSummary } from './executive-summary.ts'
import { makeGapReport } from './gap-report.ts'
import { makePlaybook } from './playbook.ts'
import { openPlaybookSpeech } from './programme-speech.ts'
import { printExecutiveSummary, printGapReport, printPlaybook } from './write.ts'

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

for (const [name, speech] of playbookSpeeches())
  test(`the playbook can be set in ${name}, and nothing overflows`, needsReader, () => {
    const pdf = printPlaybook(makePlaybook({ ...playbookInput(), speech }), pack)

    assert.deepEqual(overflowing(pdf, margins.report), [])
  })

for (const code of languageCodes.filter((one) => one !== 'en'))
  test(`no English sentence is left in the playbook in ${code}`, needsReader, () => {
    const speech = openPlaybookSpeech(pack, code)
    const pdf = printPlaybook(makePlaybook({ ...playbookInput(), speech }), pack)
    const text = spawnSync('pdftotext', ['-raw', '-', '-'], { input: pdf, encoding: 'utf8' }).stdout

    assert.deepEqual(speech.sentences.missing, [])
    assert.deepEqual(leftInEnglish(text.replaceAll(/\u00AD\s+/g, ''), speech), [])
    assert.match(Buffer.from(pdf).toString('latin1'), new RegExp(`/Lang\\s*\\(${code}\\)`))
  })

test('what the pack says of cycle, criteria, forms and duties is what the playbook says in English', () => {
  const { known } = openPlaybookSpeech(pack, 'en')
  const { cycle, criteria, forms } = openPlaybookText(pack)
  const wanted = [
    ...cycle.flatMap(({ step, does, leaves }) => [
      [`cycle.${step}.does`, does],
      [`cycle.${step}.leaves`, leaves],
    ]),
    ...criteria.flatMap((one, at) =>
      (['name', 'asks', 'none', 'full'] as const).map((part) => [`criterion.${at + 1}.${part}`, one[part]]),
    ),
    ...forms.flatMap((form, at) => [
      [`form.${at + 1}.title`, form.title],
      [`form.${at + 1}.for`, form.for],
      ...form.fields.flatMap(({ name, hint }, place) => [
        [`form.${at + 1}.${place + 1}.name`, name],
        [`form.${at + 1}.${place + 1}.hint`, hint],
      ]),
    ]),
    ...openImprovement(pack).duties.map(({ title }) => [`duty.${keyOfWords(title)}`, title]),
  ]

  assert.ok(wanted.length > 120)
  for (const [key = '', says] of wanted) assert.equal(known(key), says, key)
})

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

test('names in Greek, Polish, Cyrillic, Arabic and Chinese letters can be read', needsReader, () => {
  const services = [
    'Ηλεκτρονικό ταχυδρομείο',
    'Zażółć gęślą jaźń',
    'Почта',
    '電子郵件',
    'خدمة البريد الإلكتروني',
  ]
  const input = { ...reportInput(longSpeech('gap-analysis')), services }
  const pdf = printGapReport(makeGapReport(input), pack)
  const { stdout } = spawnSync('pdftotext', ['-', '-'], { input: pdf, encoding: 'utf8' })
  const known = stdout.replaceAll(/\s+/g, ' ')

  for (const name of services.slice(0, 4)) assert.ok(known.includes(name), name)
  assert.match(known, /\p{Script=Arabic}{3}/u)
})

test('each document says its language to readers aloud, and what of it is English', needsReader, () => {
  const [, [, german] = []] = speechesOf('gap-analysis')
  assert.ok(german)
  const pdf = printGapReport(makeGapReport(reportInput(german)), pack)
  const text = spawnSync('pdftotext', ['-l', '1', '-', '-'], { input: pdf, encoding: 'utf8' }).stdout

  assert.match(Buffer.from(pdf).toString('latin1'), /\/Lang\s*\(de\)/)
  assert.match(text.replaceAll(/\s+/g, ' '), /Deutsch\. Längere Texte des Inhalts.*stehen auf Englisch/)
  assert.match(text, /01\.07\.2024 bis 30\.06\.2026/)
})
