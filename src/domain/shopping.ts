import { max, subtract, type Amount } from './quantity'

/** G1: what to buy of something, never below 0. What was never counted is bought in full. */
export function toBuy(need: Amount, have: Amount | null): Amount {
  return have === null ? max(0, need) : max(0, subtract(need, have))
}
