/**
 * Builds the client with the part of Phaser that the map uses: 2D canvas, images, vector graphics, one scene.
 *
 * Phaser's own bundle does not tree-shake and is three times as large. Its modules register themselves, so this file
 * names those a scene needs. WebGL, sound and the rest are switched off by the constants of Phaser's own build. Only
 * the production build is cut: `vite dev` serves all of Phaser.
 */
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** The bundler's path, if packages are elsewhere and linked. */
const SOURCE = realpathSync(fileURLToPath(new URL('../node_modules/phaser/src', import.meta.url)));
const PARTS = '\0phaser-parts';

/** Every scene needs these; each registers itself when loaded. */
const REGISTERED = [
  'events/EventEmitter',
  'cameras/2d/CameraManager',
  'gameobjects/GameObjectCreator',
  'gameobjects/GameObjectFactory',
  'gameobjects/DisplayList',
  'gameobjects/UpdateList',
  'gameobjects/graphics/GraphicsFactory',
  'gameobjects/image/ImageFactory',
  'scene/ScenePlugin',
] as const;

const SWITCHES: Readonly<Record<string, boolean>> = {
  CANVAS_RENDERER: true,
  WEBGL_RENDERER: false,
  WEBGL_DEBUG: false,
  FEATURE_SOUND: false,
  PLUGIN_CAMERA3D: false,
  PLUGIN_FBINSTANT: false,
};

export function phaserParts(): Plugin {
  return {
    name: 'phaser-parts',
    enforce: 'pre',
    apply: 'build',
    resolveId: (id) => (id === 'phaser' ? PARTS : undefined),
    load: (id) => (id === PARTS ? entry() : undefined),
    transform: (code, id) => (id.startsWith(SOURCE) ? switched(code) : undefined),
  };
}

function entry(): string {
  const path = (name: string) => JSON.stringify(`${SOURCE}/${name}.js`);
  return [
    ...REGISTERED.map((name) => `import ${path(name)};`),
    `import constants from ${path('const')};`,
    `import Events from ${path('core/events/index')};`,
    `import Game from ${path('core/Game')};`,
    `import NONE from ${path('scale/const/SCALE_MODE_CONST')};`,
    `import Scene from ${path('scene/Scene')};`,
    'export default { CANVAS: constants.CANVAS, Core: { Events }, Game, Scale: { NONE: NONE.NONE }, Scene };',
  ].join('\n');
}

function switched(code: string): string {
  return Object.entries(SWITCHES).reduce((text, [name, on]) => text.replaceAll(`typeof ${name}`, String(on)), code);
}
