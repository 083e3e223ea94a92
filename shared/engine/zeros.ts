/** A list of zeros to overwrite. For short lists a loop is several times as fast as `fill`. */
export function zeros(count: number): number[] {
  const list = new Array<number>(count);
  for (let at = 0; at < count; at++) list[at] = 0;
  return list;
}
