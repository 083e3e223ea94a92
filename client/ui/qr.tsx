/** A QR code as one path, black on white in every scheme, for scanners. The encoder is loaded on demand. */
import { useEffect, useState } from 'preact/hooks';

const QUIET = 3;

interface Drawing {
  readonly size: number;
  readonly path: string;
}

async function encode(text: string): Promise<Drawing> {
  const { create } = await import('qrcode');
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  const cells = Array.from({ length: size * size }, (_, cell) => cell).filter((cell) => modules.data[cell] === 1);
  const path = cells.map((cell) => `M${(cell % size) + QUIET} ${Math.floor(cell / size) + QUIET}h1v1h-1z`).join('');
  return { size: size + 2 * QUIET, path };
}

export function Qr({ text, label }: { text: string; label: string }) {
  const [drawing, setDrawing] = useState<Drawing>();
  useEffect(() => {
    let gone = false;
    encode(text).then((made) => !gone && setDrawing(made));
    return () => {
      gone = true;
    };
  }, [text]);
  if (drawing === undefined) return <div class="qr" aria-busy="true" />;
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${drawing.size} ${drawing.size}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <rect width={drawing.size} height={drawing.size} fill="#fff" />
      <path d={drawing.path} fill="#000" />
    </svg>
  );
}
