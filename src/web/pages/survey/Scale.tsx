import styles from './Answer.module.css'

type ScaleProps = Readonly<{
  name: string
  text: string
  options: readonly Readonly<{ value: string; label: string }>[]
  value: string | undefined
  choose: (value: string) => void
}>

/** One question with its answers: radio buttons, large enough for a thumb. */
export function Scale({ name, text, options, value, choose }: ScaleProps) {
  return (
    <fieldset className={styles.question}>
      <legend>{text}</legend>
      <div className={styles.options} data-many={options.length > 5 || undefined}>
        {options.map((option) => (
          <label key={option.value} className={styles.option}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={value === option.value}
              onChange={() => choose(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
