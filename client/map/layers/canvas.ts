/** Phaser's canvas textures: painted with a 2D pen, shown as images. */
import type Phaser from 'phaser';
import type { Pen } from '../paint/pen.ts';

/** Largest texture side that every phone's graphics accept. */
const LARGEST = 4096;

/** Size in device pixels of a canvas of `width` × `height` CSS pixels, limited to `LARGEST`. */
export function pixelsOf(width: number, height: number, ratio: number): { readonly w: number; readonly h: number } {
  const fitting = Math.min(ratio, LARGEST / width, LARGEST / height);
  return { w: Math.max(1, Math.round(width * fitting)), h: Math.max(1, Math.round(height * fitting)) };
}

/** Paints a texture of `width` × `height` CSS pixels at `ratio` device pixels each, replacing one of the same key. */
export function paintTexture(
  scene: Phaser.Scene,
  key: string,
  width: number,
  height: number,
  ratio: number,
  paint: (pen: Pen) => void,
): void {
  const { w, h } = pixelsOf(width, height, ratio);
  const kept = scene.textures.exists(key) ? scene.textures.get(key) : undefined;
  const reusable = isCanvas(kept) && kept.width === w && kept.height === h ? kept : undefined;
  if (kept !== undefined && reusable === undefined) scene.textures.remove(key);
  const texture = reusable ?? scene.textures.createCanvas(key, w, h);
  if (texture === null) throw new Error(`texture ${key} could not be made`);
  const pen = texture.context;
  pen.setTransform(1, 0, 0, 1, 0, 0);
  pen.clearRect(0, 0, w, h);
  pen.setTransform(w / width, 0, 0, h / height, 0, 0);
  paint(pen);
  texture.refresh();
}

function isCanvas(texture: Phaser.Textures.Texture | undefined): texture is Phaser.Textures.CanvasTexture {
  return texture !== undefined && 'context' in texture;
}
