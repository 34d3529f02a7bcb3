import type { Kysely } from 'kysely'

/** Without the numbers of materials, which stay while lots are of them. */
export const indexTables = ['lot_index', 'lot_cards', 'lot_tiles', 'lot_counts', 'lot_sizes', 'lot_words'] as const
export const materialTables = ['lot_material_words', 'lot_materials'] as const

/**
 * The tables of the index, the same on both databases but for the kind of a lot's number: on SQLite only an `integer` key
 * is the row's own place. What keeps them is the dialect's.
 */
export async function createIndexTables({ schema }: Kysely<unknown>, number: 'integer' | 'bigint') {
  await schema
    .createTable('lot_index')
    .ifNotExists()
    .addColumn('n', number, (c) => c.primaryKey())
    .addColumn('listing_id', 'text', (c) => c.notNull().unique())
    .addColumn('latitude_e6', 'integer', (c) => c.notNull())
    .addColumn('longitude_e6', 'integer', (c) => c.notNull())
    .addColumn('x_dm', 'bigint', (c) => c.notNull())
    .addColumn('y_dm', 'bigint', (c) => c.notNull())
    .addColumn('z_dm', 'bigint', (c) => c.notNull())
    .addColumn('mx', 'integer', (c) => c.notNull())
    .addColumn('my', 'integer', (c) => c.notNull())
    .addColumn('band', 'integer', (c) => c.notNull())
    .addColumn('family', 'text', (c) => c.notNull())
    .addColumn('material_key', 'text', (c) => c.notNull())
    .addColumn('condition', 'text')
    .addColumn('weight_grade', 'text', (c) => c.notNull())
    .addColumn('grams', 'bigint', (c) => c.notNull())
    .addColumn('unit', 'text', (c) => c.notNull())
    .addColumn('available', 'integer', (c) => c.notNull())
    .addColumn('piece_length_mm', 'integer')
    .addColumn('piece_width_mm', 'integer')
    .addColumn('piece_thickness_mm', 'integer')
    .addColumn('must_go_by', 'text', (c) => c.notNull())
    .addColumn('reserved_until', 'text')
    .addColumn('at_hub', 'integer', (c) => c.notNull())
    .addColumn('traits', 'integer', (c) => c.notNull())
    .addColumn('search_text', 'text', (c) => c.notNull())
    .execute()
  await createMaterialNumbers(schema, number)
  await schema
    .createTable('lot_cards')
    .ifNotExists()
    .addColumn('n', number, (c) => c.primaryKey())
    .addColumn('card', 'text', (c) => c.notNull())
    .execute()
  await schema
    .createTable('lot_tiles')
    .ifNotExists()
    .addColumn('level', 'integer', (c) => c.notNull())
    .addColumn('family', 'text', (c) => c.notNull())
    .addColumn('y', 'integer', (c) => c.notNull())
    .addColumn('x', 'integer', (c) => c.notNull())
    .addColumn('lots', 'integer', (c) => c.notNull())
    .addColumn('grams', 'bigint', (c) => c.notNull())
    .addColumn('sum_mx', 'bigint', (c) => c.notNull())
    .addColumn('sum_my', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('lot_tiles_key', ['level', 'family', 'y', 'x'])
    .execute()
  await schema
    .createTable('lot_counts')
    .ifNotExists()
    .addColumn('facet', 'text', (c) => c.notNull())
    .addColumn('value', 'text', (c) => c.notNull())
    .addColumn('lots', 'integer', (c) => c.notNull())
    .addColumn('grams', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('lot_counts_key', ['facet', 'value'])
    .execute()
  await schema
    .createTable('lot_sizes')
    .ifNotExists()
    .addColumn('length_mm', 'integer', (c) => c.notNull())
    .addColumn('width_mm', 'integer', (c) => c.notNull())
    /** 0 when nobody said. */
    .addColumn('thickness_mm', 'integer', (c) => c.notNull())
    .addColumn('lots', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('lot_sizes_key', ['length_mm', 'width_mm', 'thickness_mm'])
    .execute()
  /** Every word a lot was ever found by; a rebuild forgets those of no lot. */
  await schema
    .createTable('lot_words')
    .ifNotExists()
    .addColumn('word', 'text', (c) => c.primaryKey())
    /** 0 while only materials say it. */
    .addColumn('own', 'integer', (c) => c.notNull().defaultTo(1))
    .execute()
}

/** A number for each material a lot was ever of: what is counted by the thousand is counted in numbers. */
async function createMaterialNumbers(schema: Kysely<unknown>['schema'], number: 'integer' | 'bigint') {
  await schema
    .createTable('lot_materials')
    .ifNotExists()
    .addColumn('number', number, (c) =>
      number === 'integer' ? c.primaryKey() : c.primaryKey().generatedAlwaysAsIdentity(),
    )
    .addColumn('material_key', 'text', (c) => c.notNull())
    /** Its names and synonyms, as its lots say them at the end of what they are found by. */
    .addColumn('words', 'text', (c) => c.notNull())
    .addUniqueConstraint('lot_materials_once', ['material_key', 'words'])
    .execute()
  await schema
    .createTable('lot_material_words')
    .ifNotExists()
    .addColumn('word', 'text', (c) => c.notNull())
    .addColumn('number', number, (c) => c.notNull().references('lot_materials.number').onDelete('cascade'))
    .addPrimaryKeyConstraint('lot_material_words_key', ['word', 'number'])
    .execute()
}
