/** A small drawing for each large event of a firm; the text beside it explains. */
import type { Big } from './big-cards.ts';

const DRAWINGS: Readonly<Record<Big, preact.ComponentChildren>> = {
  absorbed: (
    <>
      <path class="ink" d="M14 58h92M24 58V34h72v24" />
      <path class="paper" d="M34 22h52v16H34z" />
      <path class="shade" d="M40 4c34-4 52 14 44 42-26 6-46-12-44-42z" />
      <path class="thin" d="M42 6c10 16 24 28 40 38" />
    </>
  ),
  failed: (
    <>
      <path class="paper" d="M12 8h54v50H12z" />
      <path class="thin" d="M12 16h54M12 24h54M12 32h54M12 40h54M12 48h54" />
      <path class="ink" d="M80 58V40h28v18M76 40l4-9h28l4 9z" />
    </>
  ),
  bought: (
    <>
      <path class="strong" d="M14 6h92v24H14z" />
      <path class="paper" d="M36 38h48v16H36z" />
      <path class="ink" d="M42 30v8M78 30v8M10 62h100" />
    </>
  ),
  left: (
    <>
      <path class="paper" d="M62 26h48v20H62z" />
      <path class="ink" d="M68 46v14M104 46v14M56 60h58" />
      <path class="warm" d="M8 20h16l-5-7M32 20h-4M8 12c8-6 18-8 28-4" />
      <path class="good" d="M70 36h32" />
    </>
  ),
  certified: (
    <>
      <path class="ink" d="M18 34 60 8l42 26M26 34v26h68V34" />
      <circle class="strong" cx="60" cy="38" r="15" />
      <path class="seal" d="M52 38l6 6 10-12" />
    </>
  ),
  faltered: (
    <>
      <path class="ink" d="M56 60V34M64 60V34M40 20a20 14 0 1 1 40 0 16 14 0 0 1-40 0z" />
      <path class="warm" d="M28 30l6 4M90 28l-6 5M34 44l6-4M88 46l-7-4" />
      <path class="paper" d="M8 60V50l8-6 8 6v10zM96 60V50l8-6 8 6v10z" />
    </>
  ),
};

export function BigCardPicture({ kind }: { kind: Big }) {
  return (
    <svg class="big-card-picture" viewBox="0 0 120 66" aria-hidden="true">
      {DRAWINGS[kind]}
    </svg>
  );
}
