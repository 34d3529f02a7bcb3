/* The three drawings of how it works, in ink and one lit orange. */

export const Photograph = ({ length }: { length: string }) => (
  <svg className="drawing" viewBox="0 0 320 140" aria-hidden="true">
    <path className="fill" d="M24 62h232v22H24z" />
    <path className="fill" d="M24 62l20-14h232l-20 14zM256 62l20-14v22l-20 14z" />
    <path className="thin" d="M40 73c30-6 50 5 84 0s60-5 118 1M44 66c40 3 90-4 140 1" />
    <path className="thin" d="M24 92v20M256 92v20M24 106h232M24 106l8-4M24 106l8 4M256 106l-8-4M256 106l-8 4" />
    <text x="140" y="128">
      {length}
    </text>
    <circle className="lit" cx="296" cy="24" r="7" />
    <path d="M272 12h44v26h-44z" />
  </svg>
)

const tags = [1, 2, 3, 4, 5]
const drawn = 2

export const Assign = () => (
  <svg className="drawing" viewBox="0 0 320 140" aria-hidden="true">
    <path d="M16 26h288" />
    {tags.map((tag) => (
      <g key={tag} transform={`translate(${58 * tag - 38} 26)`}>
        <path className="thin" d="M24 0v14" />
        <path className={tag === drawn ? 'lit' : 'fill'} d="M8 26l10-12h14l10 12v66H8z" />
        {tag === drawn ? null : <path d="M8 26l10-12h14l10 12v66H8z" />}
        <circle className="solid" cx="25" cy="24" r="3" />
        <text x="25" y="68">
          {tag}
        </text>
      </g>
    ))}
  </svg>
)

export const HandOver = ({ weight }: { weight: string }) => (
  <svg className="drawing" viewBox="0 0 320 140" aria-hidden="true">
    <path className="fill" d="M70 96h180l14 30H56z" />
    <path className="fill" d="M92 84h136v12H92z" />
    <path className="fill" d="M84 66h152v18H84z" />
    <path className="fill" d="M84 48h152v18H84z" />
    <path className="thin" d="M96 75c40-4 70 4 128 0M96 57c30 4 80-3 128 0" />
    <path className="solid" d="M122 103h76v18h-76z" />
    <text className="on" x="160" y="117">
      {weight}
    </text>
    <circle className="lit" cx="214" cy="112" r="5" />
  </svg>
)
