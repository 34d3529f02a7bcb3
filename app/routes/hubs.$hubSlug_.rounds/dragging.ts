import type { DragEvent } from 'react'
import { useState } from 'react'

export type Dragging = {
  handlers: (stop: string, vehicle: string, place: number) => Handlers
}

type Handlers = {
  draggable: true
  onDragStart: (event: DragEvent) => void
  onDragOver: (event: DragEvent) => void
  onDragEnd: () => void
  onDrop: (event: DragEvent) => void
  'data-dragged': '' | undefined
  'data-over': '' | undefined
}

type Spot = { stop: string; vehicle: string; place: number }

/** A stop dragged onto another takes its place. `onDrop` is told; buttons and selects do the same without a pointer. */
export function useDragging(onDrop: (dropped: Spot) => void): Dragging {
  const [dragged, setDragged] = useState<string>()
  const [over, setOver] = useState<string>()
  const end = () => {
    setDragged(undefined)
    setOver(undefined)
  }
  return {
    handlers: (stop, vehicle, place) => ({
      draggable: true,
      onDragStart: (event) => {
        event.dataTransfer.setData('text/plain', stop)
        setDragged(stop)
      },
      onDragOver: (event) => {
        if (dragged === undefined || dragged === stop) return
        event.preventDefault()
        setOver(stop)
      },
      onDragEnd: end,
      onDrop: (event) => {
        event.preventDefault()
        if (dragged !== undefined && dragged !== stop) onDrop({ stop: dragged, vehicle, place })
        end()
      },
      'data-dragged': dragged === stop ? '' : undefined,
      'data-over': over === stop ? '' : undefined,
    }),
  }
}
