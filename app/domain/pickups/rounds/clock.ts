import type { Day } from './day.ts'

const mostStarts = 4

export type Run = {
  /** Seconds: late in windows and at the end; and of the day beyond its longest. */
  late: number
  overSeconds: number
  overGrams: number
  overDm3: number
  metres: number
  end: number
  /** The earliest start, and by how much it can be later without coming back later. */
  start: number
  shift: number
  spare: number
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
    overSeconds: 0,
    overGrams: 0,
    overDm3: 0,
    metres: 0,
    end: 0,
    start: 0,
    shift: 0,
    spare: 0,
    lunchLeg: -1,
    lunchOnArrival: false,
    missesLunch: false,
  }
  private readonly day: Day
  /** How lunch came to be eaten on each leg: 0 it was before, 1 before driving, 2 on arrival. */
  private readonly eaten: Uint8Array
  private time = 0
  private waiting = 0
  private slack = 0
  private late = 0
  private readonly hungry: Moment = { time: 0, waiting: 0, slack: 0, late: 0 }
  private readonly fed: Moment = { time: 0, waiting: 0, slack: 0, late: 0 }

  constructor(day: Day) {
    this.day = day
    this.eaten = new Uint8Array(day.count + 2)
  }

  /**
   * What the day costs; infinite when it cannot be done. Nothing for a vehicle that stays at home. Who is held up by the end of
   * one window may wait less in a later one: later starts are tried as long as the cost may come `below`.
   */
  cost(vehicle: number, stops: Int32Array, count: number, below = Number.POSITIVE_INFINITY) {
    if (count === 0) return 0
    const { run, day } = this
    let best = Number.POSITIVE_INFINITY
    let start = day.problem.vehicles[vehicle]!.from
    this.bestStart = start
    for (let tries = 0; tries < mostStarts; tries++) {
      if (!this.walk(vehicle, stops, count, false, start)) break
      const cost = day.perSecond * (run.end - start - run.shift) + day.perMetre * run.metres
      if (run.overSeconds === 0 && cost < best) {
        best = cost
        this.bestStart = start
      }
      if (day.hasChoice[vehicle] === 0 || run.spare < 1 || cost - day.perSecond * run.spare >= Math.min(best, below))
        break
      start += run.shift + 1
    }
    return best
  }

  /** Fills `run` with the best start; what is wrong, if it cannot be done, is said of the earliest. */
  settle(vehicle: number, stops: Int32Array, count: number) {
    const cost = this.cost(vehicle, stops, count)
    if (count > 0) this.walk(vehicle, stops, count, true, this.bestStart)
    return cost
  }

  private bestStart = 0

  /** Fills `run`. Unless lenient, gives up and returns false at the first thing that cannot be, but for too long a day. */
  walk(vehicle: number, stops: Int32Array, count: number, lenient: boolean, start: number): boolean {
    const fits = this.load(vehicle, stops, count)
    if (!fits && !lenient) return false
    this.run.start = start
    const { hungry, fed, run } = this
    const { at, places, seconds, metres, service, problem } = this.day
    const van = problem.vehicles[vehicle]!
    set(hungry, start, 0, Number.POSITIVE_INFINITY, 0)
    set(fed, Number.POSITIVE_INFINITY, 0, Number.POSITIVE_INFINITY, 0)
    run.metres = 0
    let place = van.startAt
    for (let leg = 0; leg < count; leg++) {
      const stop = stops[leg]!
      const way = place * places + at[stop]!
      run.metres += metres[way]!
      if (van.lunch) this.stepFed(van.lunch, leg, stop, seconds[way]!, lenient)
      this.step(hungry, stop, seconds[way]!, lenient)
      if (hungry.time === Number.POSITIVE_INFINITY && fed.time === Number.POSITIVE_INFINITY) return false
      hungry.time += service[stop]!
      fed.time += service[stop]!
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

  private step(moment: Moment, stop: number, drive: number, lenient: boolean) {
    if (moment.time === Number.POSITIVE_INFINITY) return
    this.begin(moment)
    this.time += drive
    this.serve(stop, lenient)
    set(moment, this.time, this.waiting, this.slack, this.late)
  }

  /** The best moment to begin at the stop fed: having eaten before, eating before driving, or on arrival. */
  private stepFed(lunch: Meal, leg: number, stop: number, drive: number, lenient: boolean) {
    const { hungry, fed, eaten } = this
    this.step(fed, stop, drive, lenient)
    eaten[leg] = 0
    if (hungry.time === Number.POSITIVE_INFINITY) return
    if (leg > 0) {
      this.begin(hungry)
      if (this.eat(lunch)) {
        this.time += drive
        this.serve(stop, lenient)
        if (this.isSooner(fed)) eaten[leg] = 1
      }
    }
    this.begin(hungry)
    this.time += drive
    if (!this.eat(lunch)) return
    this.serve(stop, lenient)
    if (this.isSooner(fed)) eaten[leg] = 2
  }

  private begin(moment: Moment) {
    this.time = moment.time
    this.waiting = moment.waiting
    this.slack = moment.slack
    this.late = moment.late
  }

  private eat({ from, to, length }: Meal) {
    const last = to - length
    if (this.time > last) return false
    this.wait(from, last)
    this.time += length
    return true
  }

  private serve(stop: number, lenient: boolean) {
    const { windowsOf, windowFrom, windowTo } = this.day
    const end = windowsOf[stop + 1]!
    let window = windowsOf[stop]!
    while (window < end && this.time > windowTo[window]!) window++
    if (window < end) this.wait(windowFrom[window]!, windowTo[window]!)
    else if (lenient) {
      this.late += this.time - windowTo[end - 1]!
      if (this.waiting < this.slack) this.slack = this.waiting
    } else this.time = Number.POSITIVE_INFINITY
  }

  /** Until `from`, if need be. What is done now could begin at `last` just as well. */
  private wait(from: number, last: number) {
    if (this.time < from) {
      this.waiting += from - this.time
      this.time = from
    }
    const room = this.waiting + last - this.time
    if (room < this.slack) this.slack = room
  }

  private isSooner(moment: Moment) {
    if (this.time === Number.POSITIVE_INFINITY) return false
    if (moment.time !== Number.POSITIVE_INFINITY)
      if (this.late > moment.late || (this.late === moment.late && this.time >= moment.time)) return false
    set(moment, this.time, this.waiting, this.slack, this.late)
    return true
  }

  private comeHome(vehicle: number, count: number, drive: number, lenient: boolean) {
    const { hungry, fed, run } = this
    const { to, lunch, mostSeconds = Number.POSITIVE_INFINITY } = this.day.problem.vehicles[vehicle]!
    const shift = Math.max(0, Math.min(hungry.waiting, hungry.slack))
    const needsNone =
      !lunch || hungry.time + drive + lunch.length <= lunch.to || run.start + shift >= lunch.from + lunch.length
    if (!needsNone) this.eatBeforeHome(lunch, count)
    const isFed = !needsNone && fed.time !== Number.POSITIVE_INFINITY && fed.late <= hungry.late
    const final = isFed ? fed : hungry
    run.missesLunch = !needsNone && final === hungry
    if (final === hungry) run.lunchLeg = -1
    run.end = final.time + drive
    run.shift = Math.max(0, Math.min(final.waiting, final.slack))
    run.spare = final.waiting - run.shift
    run.late = final.late + Math.max(0, run.end - to)
    run.overSeconds = Math.max(0, run.end - run.start - run.shift - mostSeconds)
    return lenient || (run.late === 0 && !run.missesLunch && run.end < Number.POSITIVE_INFINITY)
  }

  private eatBeforeHome(lunch: Meal, count: number) {
    const { hungry, run, eaten } = this
    run.lunchLeg = -1
    for (let leg = 0; leg < count; leg++) if (eaten[leg] !== 0) run.lunchLeg = leg
    run.lunchOnArrival = run.lunchLeg >= 0 && eaten[run.lunchLeg] === 2
    this.begin(hungry)
    if (!this.eat(lunch) || !this.isSooner(this.fed)) return
    run.lunchLeg = count
    run.lunchOnArrival = false
  }
}

type Moment = { time: number; waiting: number; slack: number; late: number }
type Meal = { from: number; to: number; length: number }

function set(moment: Moment, time: number, waiting: number, slack: number, late: number) {
  moment.time = time
  moment.waiting = waiting
  moment.slack = slack
  moment.late = late
}
