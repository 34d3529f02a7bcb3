export type PinMapProps = { latitude: number; longitude: number; onMove: (latitude: number, longitude: number) => void }

export default function PinMap(_props: PinMapProps) {
  return <div className="pin-map" />
}
