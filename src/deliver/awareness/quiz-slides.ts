import { type AskedQuestion, drawQuiz } from '#adoption/quiz.ts'
import type { Course } from '#content/course.ts'
import { type Sentences, say } from '#content/sentences.ts'
import { bodyBox, type Slide, textSizes } from '../deck/slide.ts'
import { slideOf, teller } from '../deck/telling.ts'
import type { Speech } from '../speech.ts'

/** Fixed, so that the same deck has the same questions; whoever takes the course is asked others. */
const seed = 20_000
const answersOnOneSlide = 6

type Quiz = Readonly<{
  course: Course
  sentences: Sentences
  asked: readonly AskedQuestion[]
  speech: Speech
}>

/** The quiz: what it is, one question a slide, and the answers after the last, so that no question gives its own away. */
export function quizSlides(course: Course, sentences: Sentences, speech: Speech): readonly Slide[] {
  const quiz = { course, sentences, speech, asked: drawQuiz(course, seed) }
  return [opening(quiz), ...quiz.asked.map((_, at) => questionSlide(quiz, at)), ...answerSlides(quiz)]
}

/** A quiz tells no figures. */
const silent = ({ speech }: Quiz) => teller({ figures: new Map(), speech })

function opening(quiz: Quiz): Slide {
  const { course, sentences, asked, speech } = quiz
  const places = { pass: speech.percent(course.pass_mark), attempts: String(course.attempts) }
  return slideOf(silent(quiz), {
    id: 'quiz',
    title: say(sentences, 'quiz.title', { count: String(asked.length) }),
    blocks: [
      {
        kind: 'text',
        box: bodyBox,
        isBody: true,
        sizes: textSizes,
        paragraphs: [
          { text: say(sentences, 'quiz.p1'), bullet: true },
          { text: say(sentences, 'quiz.p2'), bullet: true },
          { text: say(sentences, 'quiz.p3', places), bullet: true },
        ],
      },
    ],
    source: course.title,
    says: say(sentences, 'quiz.says'),
  })
}

const letterOf = (at: number) => String.fromCharCode('A'.charCodeAt(0) + at)

function askedOf({ course, asked }: Quiz, at: number) {
  const { id, order } = asked[at] ?? { id: '', order: [] }
  const question = course.pool.find((one) => one.id === id)
  const options = order.map((place) => question?.options[place] ?? '')
  return { question, options, right: order.indexOf(0) }
}

function questionSlide(quiz: Quiz, at: number): Slide {
  const { question, options } = askedOf(quiz, at)
  const { sentences, asked, course } = quiz
  const places = { number: String(at + 1), count: String(asked.length) }
  return slideOf(silent(quiz), {
    id: `question-${at + 1}`,
    title: question?.ask ?? '',
    blocks: [
      {
        kind: 'cards',
        box: { ...bodyBox, h: bodyBox.h - 0.3 },
        cards: options.map((option, place) => ({ head: letterOf(place), says: option })),
      },
    ],
    source: `${course.title}, ${say(sentences, 'quiz.question', places)}`,
    says: say(sentences, 'quiz.ask'),
  })
}

function answerSlides(quiz: Quiz): readonly Slide[] {
  const { sentences, asked, course } = quiz
  const pages = Math.ceil(asked.length / answersOnOneSlide)
  return Array.from({ length: pages }, (_, page) => {
    const some = asked.slice(page * answersOnOneSlide, (page + 1) * answersOnOneSlide)
    return slideOf(silent(quiz), {
      id: `answers-${page + 1}`,
      title: say(sentences, 'answers.title', { page: String(page + 1), pages: String(pages) }),
      blocks: [
        {
          kind: 'table',
          box: bodyBox,
          name: `Answers ${page + 1}`,
          rows: [
            [
              '',
              ...['answers.question', 'answers.right', 'answers.because'].map((key) => say(sentences, key)),
            ],
            ...some.map((_, place) => {
              const at = page * answersOnOneSlide + place
              const { question, options, right } = askedOf(quiz, at)
              const answer = `${letterOf(right)}: ${options[right] ?? ''}`
              return [String(at + 1), question?.ask ?? '', answer, question?.because ?? '']
            }),
          ],
          widths: [0.5, 4, 3.8, 4],
        },
      ],
      source: course.title,
      says: say(sentences, 'answers.says'),
    })
  })
}
