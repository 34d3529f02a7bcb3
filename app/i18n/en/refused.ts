import type { English } from '../catalogue.ts'
import type { refused as italian } from '../it/refused.ts'

export const refused: English<typeof italian> = {
  title: 'What can’t go through here',
  lead: 'Sound materials and objects pass here, that someone can use tomorrow. Some things harm whoever touches them, others the law wants in licensed hands.',
  instead: 'Where to take it',
  found: 'We read “{{words}}”.',
  mistaken: 'If we misread you, say it another way: what it’s made of, for example.',
  blocks: {
    asbestos: {
      name: 'Asbestos and asbestos cement',
      why: 'Its fibres are breathed in and make people ill years later. Italian law 257/1992 forbids passing it on, even for free. If in doubt, it’s asbestos until a test says otherwise.',
      instead:
        'Don’t touch or break it. Call a firm on the environmental register (Albo gestori ambientali, category 10): it inspects, notifies the health authority and takes it away.',
    },
    refrigerant: {
      name: 'Fridges and air conditioners, broken or dismantled',
      why: 'The gas in the circuit harms the ozone layer or warms the air thousands of times more than carbon dioxide. Only a certified person may remove it.',
      instead:
        'If it works and is whole, offer it and say so. If it’s broken, take it to the collection centre; a shop takes the old one back when you buy a new one.',
    },
    chemicals: {
      name: 'Opened paint, solvents, oil, acids, poisons',
      why: 'An opened tin no longer says what’s in it, and it spills on the way.',
      instead:
        'Take them to your town’s collection centre, in their own containers, unmixed. Tins that were never opened you can offer.',
    },
    pressure: {
      name: 'Gas cylinders, spray cans and extinguishers',
      why: 'They’re under pressure: they fall, leak and burst. Even when they seem empty.',
      instead: 'Cylinders go back to whoever sold them. For extinguishers call a fire-safety maintenance firm.',
    },
    batteries: {
      name: 'Loose batteries',
      why: 'Lithium ones catch fire by themselves, lead ones leak acid.',
      instead: 'Small ones in the boxes at shops, car batteries at the garage or the collection centre.',
    },
    mercury: {
      name: 'Fluorescent tubes and mercury',
      why: 'When they break they let out mercury, which is breathed in.',
      instead: 'Unbroken, to the collection centre or the shop where you buy new ones.',
    },
    medicines: {
      name: 'Medicines',
      why: 'Outside a pharmacy nobody knows how they were kept.',
      instead: 'In the white bin at the pharmacy.',
    },
    explosives: {
      name: 'Fireworks and ammunition',
      why: 'They can go off while you move them.',
      instead: 'Leave them where they are. Call 112.',
    },
    'treated-wood': {
      name: 'Railway sleepers, poles and creosoted wood',
      why: 'They’re soaked in creosote or arsenic. The REACH regulation bans them indoors, in toys and in vegetable gardens.',
      instead:
        'Ask the collection centre, or a licensed firm if there are many. For a garden bed look for larch or chestnut.',
    },
    pcb: {
      name: 'Capacitors and oils with PCBs',
      why: 'PCBs stay in the body for life, and are banned.',
      instead:
        'A firm licensed for hazardous waste has to take them. Printed circuit boards, on the other hand, you can offer.',
    },
    'mineral-wool': {
      name: 'Rock wool and glass wool without a mark',
      why: 'Old fibres are breathed in. Only those with the EUCEB or RAL mark dissolve in the body.',
      instead:
        'If the pack is closed and has the mark, write “EUCEB” or “RAL” in the listing and add a photo of the label. If not, take it to the collection centre.',
    },
    tar: {
      name: 'Tar and tarred felt',
      why: 'Coal tar causes cancer in those who handle it.',
      instead: 'A licensed firm has to take it. New bitumen felt, on the roll, you can offer.',
    },
    rubble: {
      name: 'Rubble and excavated soil',
      why: 'Mixed and loose they’re waste, and carrying them without papers is an offence.',
      instead:
        'Set aside whole bricks and tiles and offer those. The rest goes to the collection centre, or to a plant for rubble.',
    },
    tyres: {
      name: 'Tyres',
      why: 'Worn-out ones have a scheme of their own; used ones, nobody here can say if they still hold the road.',
      instead:
        'Leave them with the fitter when you buy new ones, or at the collection centre. Bicycle tyres you can offer.',
    },
    'safety-gear': {
      name: 'Helmets, child seats, harnesses',
      why: 'After a knock they no longer protect, and the knock can’t be seen.',
      instead:
        'Ask the shop if it takes them back. If not, cut them so that nobody uses them and take them to the collection centre.',
    },
    'gas-appliance': {
      name: 'Gas appliances and open-flame heaters',
      why: 'A bad connection kills. Only a qualified person may fit or remove them.',
      instead: 'Ask the fitter who installs the new one. If it’s done for, take it to the collection centre.',
    },
    recalled: {
      name: 'Recalled products',
      why: 'Their maker has said they’re dangerous.',
      instead: 'Take it back where you bought it: they owe you a repair, a swap or a refund.',
    },
    bedding: {
      name: 'Used mattresses',
      why: 'We can’t know what state they’re in inside, nor how they stand up to fire.',
      instead:
        'New and wrapped you can offer it: say so. Used, book a bulky-waste pickup (in Rome, AMA) or take it to the collection centre.',
    },
    found: {
      name: 'Things found in the street or in bins',
      why: 'What was abandoned is already waste, and collecting it is the public service’s job. That includes sacks of clothes.',
      instead: 'Report it to your town. Clothes you want to give, bring in person to an association’s own premises.',
    },
    'already-waste': {
      name: 'What is already waste',
      why: 'Once it has a code or a consignment note, the law follows it to the plant: it can’t become goods again by passing here.',
      instead: 'Ask whoever handles your waste about preparing it for re-use. Next time, offer it before you log it.',
    },
  },
  review: {
    upholstered: 'A coordinator looks at the photos first: upholstery needs its label and a clean cover.',
    insulation: 'A coordinator checks that it isn’t mineral wool without a mark.',
    refrigerant: 'A coordinator checks that it works, is whole and is really yours.',
    'sealed-only': 'A coordinator checks that the packs were never opened and haven’t expired.',
    lead: 'A coordinator checks first: lead is handled with gloves and isn’t for children.',
    machine: 'A coordinator checks for its guards and its CE mark.',
    'used-textile': 'A coordinator checks that they’re clean and handed over in person.',
  },
  notices: {
    structural: 'It isn’t certified. If it has to bear a load or stop a fire, a professional looks at it first.',
  },
}
