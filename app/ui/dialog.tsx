import type { ReactNode } from 'react'
import { useRef } from 'react'
import { Button } from './button.tsx'
import './dialog.css'

type Props = {
  /** The button that opens it. */
  open: string
  question: string
  consequence: string
  /** The safe verb, focused first: «Lascialo». */
  keep: string
  /** The form that does it, with its own button. */
  children: ReactNode
}

/** A question, its consequence, two verbs: never «OK». */
export function Dialog({ open, question, consequence, keep, children }: Props) {
  const box = useRef<HTMLDialogElement>(null)
  return (
    <>
      <Button type="button" kind="danger" onClick={() => box.current?.showModal()}>
        {open}
      </Button>
      <dialog className="dialog" ref={box} aria-label={question}>
        <h3>{question}</h3>
        <p>{consequence}</p>
        <div className="actions">
          <Button type="button" autoFocus onClick={() => box.current?.close()}>
            {keep}
          </Button>
          {children}
        </div>
      </dialog>
    </>
  )
}
