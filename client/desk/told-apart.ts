/** Two people of one name, told apart in the order they joined: "Ann Lee", "Ann Lee (2)". */
import type { DeskPlayer } from '../../shared/protocol/class-room.ts';

export function toldApart(players: readonly DeskPlayer[]): readonly DeskPlayer[] {
  const count = new Map<string, number>();
  return players.map((player) => {
    const key = player.name.toLowerCase();
    const nth = (count.get(key) ?? 0) + 1;
    count.set(key, nth);
    return nth === 1 ? player : { ...player, name: `${player.name} (${nth})` };
  });
}
