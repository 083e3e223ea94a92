/** Every number of MODEL.md, by name. A scenario sets them all; `--set` and what-if change one. */
export interface Parameters {
  readonly rounds: number;
  readonly shockRound: number;
}
