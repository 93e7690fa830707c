import { BuilderElement, CheckBox, type ParagraphChild, TextRun } from 'docx'
import { look } from '#base/look.ts'
import type { Field } from '#content/forms.ts'
import { colour } from '../word.ts'

/** What a field of a Word document is: its name for programs, what people read as its name, and the hint that stands in it. */
export type FieldPlan = Readonly<{
  tag: string
  label: string
  hint: string
  kind: Field['kind']
  options?: readonly string[]
}>

/** Makes the fields of one document, numbered from 1: content controls of Word, each with its hint until somebody types. */
export function openFields(): (plan: FieldPlan) => ParagraphChild {
  let made = 0
  return (plan) => {
    made += 1
    return plan.kind === 'check' ? new CheckBox({ alias: plan.label }) : control(plan, made)
  }
}
export type Fields = ReturnType<typeof openFields>

function control(plan: FieldPlan, number: number): ParagraphChild {
  const element = new BuilderElement({
    name: 'w:sdt',
    children: [
      new BuilderElement({
        name: 'w:sdtPr',
        children: [
          valued('w:alias', plan.label),
          valued('w:tag', plan.tag),
          valued('w:id', String(number)),
          new BuilderElement({ name: 'w:showingPlcHdr' }),
          kindOf(plan),
        ],
      }),
      new BuilderElement({
        name: 'w:sdtContent',
        children: [
          new TextRun({ text: plan.hint, style: 'PlaceholderText', color: colour(look.light.second) }),
        ],
      }),
    ],
  })
  return element as unknown as ParagraphChild // the library knows no content controls of text, and writes any element
}

function kindOf({ kind, options = [] }: FieldPlan): BuilderElement {
  switch (kind) {
    case 'day':
      return new BuilderElement({
        name: 'w:date',
        children: [
          valued('w:dateFormat', 'yyyy-MM-dd'),
          valued('w:lid', 'en-GB'),
          valued('w:storeMappedDataAs', 'dateTime'),
          valued('w:calendar', 'gregorian'),
        ],
      })
    case 'choice':
      return new BuilderElement({
        name: 'w:dropDownList',
        children: options.map(
          (option) =>
            new BuilderElement({
              name: 'w:listItem',
              attributes: {
                displayText: { key: 'w:displayText', value: option },
                value: { key: 'w:value', value: option },
              },
            }),
        ),
      })
    default:
      return new BuilderElement({
        name: 'w:text',
        ...(kind === 'text' ? { attributes: { multiLine: { key: 'w:multiLine', value: '1' } } } : {}),
      })
  }
}

function valued(name: string, value: string): BuilderElement {
  return new BuilderElement({ name, attributes: { value: { key: 'w:val', value } } })
}
