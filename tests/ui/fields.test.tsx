import { describe, expect, test } from 'vitest'
import { Check, Choices } from '#app/ui/choices.tsx'
import { Select, TextArea, TextField } from '#app/ui/field.tsx'
import { UnitField } from '#app/ui/unit-field.tsx'
import { rendered, words } from '#tests/support/render.tsx'

const attribute = (html: string, tag: string, name: string) =>
  new RegExp(`<${tag}[^>]* ${name}="([^"]*)"`).exec(html)?.[1]

describe('a field', () => {
  test('is labelled, and its hint is read with it', () => {
    const html = rendered(<TextField name="title" label="Titolo" hint="Come lo diresti al telefono." />)
    const id = attribute(html, 'input', 'id')
    expect(attribute(html, 'label', 'for')).toBe(id)
    expect(attribute(html, 'input', 'aria-describedby')).toBe(`${id}-hint`)
    expect(html).toContain(`id="${id}-hint"`)
  })

  test('that was refused says why beside it, and is marked for those who cannot see red', () => {
    const html = rendered(<TextField name="title" label="Titolo" error="errors.at-most?max=1600" hint="Breve." />)
    const id = attribute(html, 'input', 'id')
    expect(attribute(html, 'input', 'aria-invalid')).toBe('true')
    expect(attribute(html, 'input', 'aria-describedby')).toBe(`${id}-hint ${id}-error`)
    expect(words(html)).toContain('Scrivi al massimo 1.600.')
  })

  test('has the error take the place of the echo', () => {
    const said = words(rendered(<TextField name="weight" label="Peso" echo="23,4 kg" error="errors.number" />))
    expect(said).not.toContain('23,4 kg')
  })

  test('echoes what was understood when it was', () => {
    const html = rendered(<UnitField name="weight" label="Peso" unit="kg" echo="23,4 kg: 23.400 grammi" />)
    expect(html).toContain('<output class="echo">')
    expect(words(html)).toContain('23,4 kg: 23.400 grammi')
  })

  test('keeps what was typed', () => {
    expect(rendered(<TextField name="title" label="Titolo" defaultValue="Otto tavole" />)).toContain(
      'value="Otto tavole"',
    )
    expect(rendered(<TextArea name="about" label="Com’è" defaultValue="Asciutte" />)).toContain('Asciutte</textarea>')
  })

  test('says that it may be left empty, in each language', () => {
    const field = <TextField name="title" label="Titolo" optional />
    expect(words(rendered(field))).toContain('(facoltativo)')
    expect(words(rendered(field, { locale: 'en' }))).toContain('(optional)')
  })

  test('for a number brings up the right keys and never lets the browser parse it', () => {
    const decimal = rendered(<UnitField name="weight" label="Peso" unit="kg" />)
    expect(attribute(decimal, 'input', 'inputMode')).toBe('decimal')
    expect(decimal).not.toContain('type="number"')
    expect(attribute(rendered(<UnitField name="n" label="Pezzi" unit="pezzi" whole />), 'input', 'inputMode')).toBe(
      'numeric',
    )
  })

  test('can be a choice from a list', () => {
    const html = rendered(
      <Select name="rule" label="Regola" defaultValue="donor_picks">
        <option value="first_come">Chi prima arriva</option>
        <option value="donor_picks">Sceglie chi dona</option>
      </Select>,
    )
    expect(html).toContain('<option value="donor_picks" selected="">')
  })
})

describe('radio cards', () => {
  const choices = [
    { value: 'use', label: 'Li do perché servano', note: 'Sono miei.' },
    { value: 'waste', label: 'Li ho già messi via come rifiuto' },
  ]

  test('are a group with a question, one of them chosen', () => {
    const html = rendered(<Choices name="why" legend="Perché?" choices={choices} chosen="use" />)
    expect(html).toContain('<legend>Perché?</legend>')
    expect(html.match(/checked=""/g)).toHaveLength(1)
    expect(html.match(/type="radio"/g)).toHaveLength(2)
  })

  test('can take several answers', () => {
    const html = rendered(<Choices name="days" legend="Quando?" choices={choices} chosen={['use', 'waste']} several />)
    expect(html.match(/type="checkbox"/g)).toHaveLength(2)
    expect(html.match(/checked=""/g)).toHaveLength(2)
  })

  test('and a box to tick say what is missing', () => {
    expect(words(rendered(<Choices name="why" legend="Perché?" choices={choices} error="errors.choose" />))).toContain(
      'Scegli una voce.',
    )
    expect(words(rendered(<Check name="mine" label="È mio" error="errors.declare" />))).toContain(
      'Serve la tua conferma',
    )
  })
})
