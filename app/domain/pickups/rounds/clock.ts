import type { Day } from './day.ts'

/** How a vehicle's day goes for an order of stops. */
export type Run = {
  /** Seconds late in all windows and at the end, and beyond the longest day. */
  late: number
  overGrams: number
  overDm3: number
  metres: number
  end: number
  /** By how much it can set out later than `from` without coming back later. */
  shift: number
  /** The leg whose end is served after lunch, or -1; and whether it is eaten at the end of that leg. */
  lunchLeg: number
  lunchOnArrival: boolean
  missesLunch: boolean
}

/**
 * Walks a vehicle through an order of stops. Time stands in two states, before lunch (0) and after it (1), each with its
 * total waiting and its forward time slack (Savelsbergh, "The vehicle routing problem with time windows: minimizing route
 * duration", 1992): a break is one more stop with a window, at the place of its leg where it delays least.
 */
export class RouteClock {
  readonly run: Run = {
    late: 0,
    overGrams: 0,
    overDm3: 0,
    metres: 0,
    end: 0,
    shift: 0,
    lunchLeg: -1,
    lunchOnArrival: false,
    missesLunch: false,
  }
  private readonly day: Day
  /** Time, waiting, slack and lateness: of state 0, of state 1, and of the next step of both. */
  private readonly now = new Float64Array(8)
  private readonly next = new Float64Array(8)
  private readonly tried = new Float64Array(4)
  /** How state 1 came about on each leg: 0 had eaten before, 1 before driving, 2 on arrival. */
  private readonly eaten: Uint8Array

  constructor(day: Day) {
    this.day = day
    this.eaten = new Uint8Array(day.count + 2)
  }

  /** What the day costs; infinite when it cannot be done. Nothing for a vehicle that stays at home. */
  cost(vehicle: number, stops: Int32Array, count: number) {
    if (count === 0) return 0
    if (!this.walk(vehicle, stops, count, false)) return Number.POSITIVE_INFINITY
    const { end, shift, metres } = this.run
    const from = this.day.problem.vehicles[vehicle]!.from
    return this.day.perSecond * (end - from - shift) + this.day.perMetre * metres
  }

  /** Fills `run`. Unless lenient, gives up and returns false at the first thing that cannot be. */
  walk(vehicle: number, stops: Int32Array, count: number, lenient: boolean): boolean {
    const fits = this.load(vehicle, stops, count)
    if (!fits && !lenient) return false
    const { day, now, next, eaten, run } = this
    const { at, places, seconds, metres, service } = day
    const van = day.problem.vehicles[vehicle]!
    now.fill(Number.POSITIVE_INFINITY)
    now[0] = van.from
    now[1] = now[3] = 0
    run.metres = 0
    let place = van.startAt
    for (let leg = 0; leg < count; leg++) {
      const stop = stops[leg]!
      const way = place * places + at[stop]!
      run.metres += metres[way]!
      next.fill(Number.POSITIVE_INFINITY)
      this.serve(stop, 0, seconds[way]!, lenient, 0)
      this.keep(0)
      if (van.lunch) {
        eaten[leg] = 0
        this.serve(stop, 4, seconds[way]!, lenient, 0)
        this.keep(4)
        const { from, to, length } = van.lunch
        if (leg > 0 && this.eat(now[0]!, from, to - length, length) && this.serve(stop, 0, seconds[way]!, lenient, 1))
          if (this.keep(4)) eaten[leg] = 1
        if (this.eat(now[0]! + seconds[way]!, from, to - length, length))
          if (this.serve(stop, 0, seconds[way]!, lenient, 2) && this.keep(4)) eaten[leg] = 2
      }
      if (next[0] === Number.POSITIVE_INFINITY && next[4] === Number.POSITIVE_INFINITY) return false
      next[0]! += service[stop]!
      next[4]! += service[stop]!
      now.set(next)
      place = at[stop]!
    }
    const home = place * places + van.endAt
    run.metres += metres[home]!
    return this.comeHome(vehicle, count, seconds[home]!, lenient) && fits
  }

  private load(vehicle: number, stops: Int32Array, count: number) {
    const { startGrams, startDm3, addGrams, addDm3, problem } = this.day
    const { grams, dm3 } = problem.vehicles[vehicle]!
    let [heavy, big] = [0, 0]
    for (let leg = 0; leg < count; leg++) {
      heavy += startGrams[stops[leg]!]!
      big += startDm3[stops[leg]!]!
    }
    let [heaviest, biggest] = [heavy, big]
    for (let leg = 0; leg < count; leg++) {
      heavy += addGrams[stops[leg]!]!
      big += addDm3[stops[leg]!]!
      if (heavy > heaviest) heaviest = heavy
      if (big > biggest) biggest = big
    }
    this.run.overGrams = Math.max(0, heaviest - grams)
    this.run.overDm3 = Math.max(0, biggest - dm3)
    return heaviest <= grams && biggest <= dm3
  }

  private mealWait = 0
  private mealRoom = 0
  private mealLength = 0

  /** Whether a meal can begin for who is free at `time`: not before `from`, not after `last`. */
  private eat(time: number, from: number, last: number, length: number) {
    this.mealWait = Math.max(0, from - time)
    this.mealRoom = last - time - this.mealWait
    this.mealLength = length
    return this.mealRoom >= 0
  }

  /** From the state at `state`, drives to the stop and begins there; `meal` is 0 for none, 1 before driving, 2 on arrival. */
  private serve(stop: number, state: number, drive: number, lenient: boolean, meal: 0 | 1 | 2) {
    const { now, tried, day } = this
    let [time, waiting, slack] = [now[state]!, now[state + 1]!, now[state + 2]!]
    if (time === Number.POSITIVE_INFINITY) {
      tried[0] = time
      return false
    }
    if (meal !== 0) {
      time += this.mealWait + this.mealLength
      waiting += this.mealWait
      slack = Math.min(slack, waiting + this.mealRoom)
    }
    time += drive
    tried[3] = now[state + 3]!
    const end = day.windowsOf[stop + 1]!
    let window = day.windowsOf[stop]!
    while (window < end && time > day.windowTo[window]!) window++
    if (window < end) {
      const wait = Math.max(0, day.windowFrom[window]! - time)
      time += wait
      waiting += wait
      slack = Math.min(slack, waiting + day.windowTo[window]! - time)
    } else {
      tried[3]! += time - day.windowTo[end - 1]!
      slack = Math.min(slack, waiting)
      if (!lenient) time = Number.POSITIVE_INFINITY
    }
    tried[0] = time
    tried[1] = waiting
    tried[2] = slack
    return time < Number.POSITIVE_INFINITY
  }

  /** Takes what was tried for the next state, when it is less late or sooner. */
  private keep(state: number) {
    const { next, tried } = this
    if (tried[0] === Number.POSITIVE_INFINITY) return false
    const [late, known] = [tried[3]!, next[state + 3]!]
    if (late > known || (late === known && tried[0]! >= next[state]!)) return false
    next.set(tried, state)
    return true
  }

  private comeHome(vehicle: number, count: number, drive: number, lenient: boolean) {
    const { now, run } = this
    const { from, to, lunch, mostSeconds = Number.POSITIVE_INFINITY } = this.day.problem.vehicles[vehicle]!
    const shift = Math.max(0, Math.min(now[1]!, now[2]!))
    const needsNone = !lunch || now[0]! + drive + lunch.length <= lunch.to || from + shift >= lunch.from + lunch.length
    if (!needsNone) this.eatBeforeHome(lunch, count)
    const state = needsNone || now[4] === Number.POSITIVE_INFINITY ? 0 : 4
    run.missesLunch = !needsNone && state === 0
    if (state === 0) run.lunchLeg = -1
    run.end = now[state]! + drive
    run.shift = Math.max(0, Math.min(now[state + 1]!, now[state + 2]!))
    run.late = now[state + 3]! + Math.max(0, run.end - to) + Math.max(0, run.end - from - run.shift - mostSeconds)
    return lenient || (run.late === 0 && !run.missesLunch && run.end < Number.POSITIVE_INFINITY)
  }

  /** Finds where lunch was eaten, or that it is eaten best where the last stop was. */
  private eatBeforeHome({ from, to, length }: { from: number; to: number; length: number }, count: number) {
    const { now, run, eaten } = this
    run.lunchLeg = -1
    for (let leg = 0; leg < count; leg++) if (eaten[leg] !== 0) run.lunchLeg = leg
    run.lunchOnArrival = run.lunchLeg >= 0 && eaten[run.lunchLeg] === 2
    if (!this.eat(now[0]!, from, to - length, length)) return
    const time = now[0]! + this.mealWait + length
    if (now[3]! > now[7]! || (now[3] === now[7] && time >= now[4]!)) return
    now[4] = time
    now[5] = now[1]! + this.mealWait
    now[6] = Math.min(now[2]!, now[5] + this.mealRoom)
    now[7] = now[3]!
    run.lunchLeg = count
    run.lunchOnArrival = false
  }
}
