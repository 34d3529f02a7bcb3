/** Grams of the round `new` that went aboard less those that left: collected + hub_out − delivered − hub_in − disposed − difference. */
export const roundBalance = `(select coalesce(sum(case when kind in ('collected', 'hub_out') then grams else -grams end), 0)
  from round_moves where round_id = new.id)`
