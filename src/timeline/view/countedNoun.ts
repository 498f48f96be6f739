/** "profile" for one, else "profiles". */
export function countedNoun(count: number, counted: 'profiles' | 'spans'): string {
  return count === 1 ? counted.slice(0, -1) : counted;
}
