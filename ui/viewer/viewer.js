"use strict";

// One shape in one canvas: WebGL 2, no library, drawn only when something changed.
// The mesh comes as JSON in the page: base64 of little-endian arrays, y up, centred, radius 1.

const FIELD_OF_VIEW = 32 * Math.PI / 180;
const NEAREST = 0.08, FARTHEST = 4;  // zoom, as a share of the distance that fits the shape
const STEEPEST = Math.PI / 2 - 0.001;  // looking straight down the up axis would lose "right"
const PLAIN = [178, 188, 200];
const MARK = [232, 112, 40];  // a box that points something out
const BAR = 0.004;  // half the thickness of its edges

const VERTEX_SHADER = `#version 300 es
  in vec3 position;
  in vec3 colour;
  uniform mat4 camera;
  uniform vec3 eye;
  uniform float pointSize;
  out vec3 place;
  out vec3 paint;
  out vec3 corner;
  void main() {
    place = position - eye;
    paint = colour;
    int which = gl_VertexID % 3;
    corner = vec3(which == 0, which == 1, which == 2);
    gl_Position = camera * vec4(position, 1.0);
    gl_PointSize = pointSize / gl_Position.w;
  }`;

const FRAGMENT_SHADER = `#version 300 es
  precision highp float;
  in vec3 place;
  in vec3 paint;
  in vec3 corner;
  uniform vec3 right;
  uniform vec3 up;
  uniform vec3 towards;
  uniform float distance;
  uniform bool cloud;
  uniform bool wireframe;
  out vec4 pixel;
  void main() {
    vec3 base = pow(paint, vec3(2.2));
    float light;
    if (cloud) {
      vec2 spot = 2.0 * gl_PointCoord - 1.0;
      if (dot(spot, spot) > 1.0) discard;
      light = clamp(0.65 + 0.45 * (dot(place, towards) + distance), 0.15, 1.1);  // nearer points are brighter
    } else {
      // The derivatives of a flat face give its normal, always on the side that is seen.
      vec3 normal = normalize(cross(dFdx(place), dFdy(place)));
      float key = max(dot(normal, normalize(towards * 1.2 - right * 0.6 + up * 0.9)), 0.0);
      float fill = max(dot(normal, normalize(towards * 0.6 + right - up * 0.3)), 0.0);
      light = 0.16 + 0.08 * dot(normal, up) + 0.78 * key + 0.20 * fill;
    }
    vec3 shown = pow(clamp(base * light, 0.0, 1.0), vec3(1.0 / 2.2));
    if (wireframe && !cloud) {
      vec3 width = fwidth(corner);
      vec3 inside = smoothstep(width * 0.2, width * 0.9, corner);
      shown = mix(shown * 0.35, shown, min(inside.x, min(inside.y, inside.z)));
    }
    pixel = vec4(shown, 1.0);
  }`;

const canvas = document.getElementById("stage");
const message = document.getElementById("message");
const mesh = readMesh(JSON.parse(document.getElementById("mesh").textContent));
const home = { azimuth: mesh.azimuth, elevation: mesh.elevation, zoom: 1, target: [0, 0, 0] };
let look = { ...home };
let wireframe = false;
let scene = null;
let asked = false;

function readMesh(data) {
  const bytes = text => Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
  const positions = new Float32Array(bytes(data.positions).buffer);
  const faces = new Uint32Array(bytes(data.faces).buffer);
  const colours = bytes(data.colours);
  const radians = Math.PI / 180;
  const view = { azimuth: data.azimuth * radians, elevation: data.elevation * radians };
  return { positions, faces, colours, box: data.box, cloud: faces.length === 0, ...view };
}

// Every corner of every face gets a vertex of its own, so a face can have its own colour.
function corners() {
  const count = mesh.cloud ? mesh.positions.length / 3 : mesh.faces.length;
  const positions = new Float32Array(3 * count);
  const colours = new Uint8Array(3 * count);
  for (let i = 0; i < count; i++) {
    const vertex = 3 * (mesh.cloud ? i : mesh.faces[i]);
    const painted = 3 * (mesh.cloud ? i : Math.floor(i / 3));
    for (let axis = 0; axis < 3; axis++) {
      positions[3 * i + axis] = mesh.positions[vertex + axis];
      colours[3 * i + axis] = mesh.colours.length ? mesh.colours[painted + axis] : PLAIN[axis];
    }
  }
  return { positions, colours, count };
}

// A box as twelve thin bars: lines of more than a pixel are not to be had everywhere.
function bars([low, high]) {
  const centre = low.map((part, i) => (part + high[i]) / 2);
  const half = low.map((part, i) => Math.max((high[i] - part) / 2, BAR));
  const corners = [[-1, -1], [1, -1], [1, 1], [-1, 1]];
  const positions = [];
  for (let axis = 0; axis < 3; axis++) {
    const [one, two] = [(axis + 1) % 3, (axis + 2) % 3];
    for (const [a, b] of corners) {
      const at = (along, p, q) => {
        const point = [0, 0, 0];
        point[axis] = centre[axis] + along * (half[axis] + BAR);
        point[one] = centre[one] + a * half[one] + p * BAR;
        point[two] = centre[two] + b * half[two] + q * BAR;
        return point;
      };
      for (let i = 0; i < 4; i++) {
        const [p, q] = [corners[i], corners[(i + 1) % 4]];
        const quad = [at(-1, ...p), at(1, ...p), at(1, ...q), at(-1, ...q)];
        for (const corner of [0, 1, 2, 0, 2, 3]) positions.push(...quad[corner]);
      }
    }
  }
  const count = positions.length / 3;
  const colours = new Uint8Array(3 * count);
  for (let i = 0; i < colours.length; i++) colours[i] = MARK[i % 3];
  return { positions: new Float32Array(positions), colours, count };
}

function makeScene() {
  const gl = canvas.getContext("webgl2", { antialias: true, alpha: true });
  if (!gl) return null;
  const program = gl.createProgram();
  for (const [kind, source] of [[gl.VERTEX_SHADER, VERTEX_SHADER], [gl.FRAGMENT_SHADER, FRAGMENT_SHADER]]) {
    const shader = gl.createShader(kind);
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) return null;
  gl.useProgram(program);
  const shape = layer(gl, program, corners());
  const box = mesh.box ? layer(gl, program, bars(mesh.box)) : null;
  gl.enable(gl.DEPTH_TEST);
  const place = name => gl.getUniformLocation(program, name);
  return { gl, place, shape, box };
}

function layer(gl, program, { positions, colours, count }) {
  const array = gl.createVertexArray();
  gl.bindVertexArray(array);
  attribute(gl, program, "position", positions, gl.FLOAT, false);
  attribute(gl, program, "colour", colours, gl.UNSIGNED_BYTE, true);
  return { array, count };
}

function attribute(gl, program, name, values, type, normalised) {
  const location = gl.getAttribLocation(program, name);
  gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
  gl.bufferData(gl.ARRAY_BUFFER, values, gl.STATIC_DRAW);
  gl.enableVertexAttribArray(location);
  gl.vertexAttribPointer(location, 3, type, normalised, 0, 0);
}

// Azimuth 0 looks at the front (+z), 90 degrees at the right side (+x), as the library's cameras do.
function frame() {
  const { azimuth: a, elevation: e } = look;
  const towards = [Math.sin(a) * Math.cos(e), Math.sin(e), Math.cos(a) * Math.cos(e)];
  const right = [Math.cos(a), 0, -Math.sin(a)];
  const up = [
    towards[1] * right[2] - towards[2] * right[1],
    towards[2] * right[0] - towards[0] * right[2],
    towards[0] * right[1] - towards[1] * right[0],
  ];
  return { right, up, towards };
}

function fittingDistance() {
  const aspect = canvas.width / canvas.height;
  const narrow = 2 * Math.atan(Math.tan(FIELD_OF_VIEW / 2) * Math.min(1, aspect));
  return 1.03 / Math.sin(narrow / 2);
}

function cameraMatrix({ right, up, towards }, eye, distance) {
  const tall = 1 / Math.tan(FIELD_OF_VIEW / 2), wide = tall * canvas.height / canvas.width;
  const far = distance + 4, near = Math.max(distance - 2.5, far / 2000);
  const depth = (far + near) / (far - near), shift = 2 * far * near / (far - near);
  const dot = (p, q) => p[0] * q[0] + p[1] * q[1] + p[2] * q[2];
  const [x, y, z] = [dot(right, eye), dot(up, eye), dot(towards, eye)];
  const columns = [0, 1, 2].map(i => [wide * right[i], tall * up[i], depth * -towards[i], -towards[i]]);
  return [...columns.flat(), -wide * x, -tall * y, depth * z - shift, z];
}

function draw() {
  asked = false;
  if (!scene) return;
  const { gl, place, shape: { array, count }, box } = scene;
  const ratio = window.devicePixelRatio || 1;
  canvas.width = Math.max(1, Math.round(canvas.clientWidth * ratio));
  canvas.height = Math.max(1, Math.round(canvas.clientHeight * ratio));
  const axes = frame();
  const distance = look.zoom * fittingDistance();
  const eye = axes.towards.map((part, i) => look.target[i] + distance * part);
  gl.viewport(0, 0, canvas.width, canvas.height);
  gl.clearColor(0, 0, 0, 0);
  gl.clear(gl.COLOR_BUFFER_BIT | gl.DEPTH_BUFFER_BIT);
  gl.uniformMatrix4fv(place("camera"), false, cameraMatrix(axes, eye, distance));
  gl.uniform3fv(place("eye"), eye);
  for (const name of ["right", "up", "towards"]) gl.uniform3fv(place(name), axes[name]);
  gl.uniform1f(place("distance"), distance);
  const spacing = Math.sqrt(4 / Math.max(count, 1));  // between points spread over the disc they cover, about
  const pixels = canvas.height / (2 * Math.tan(FIELD_OF_VIEW / 2));  // of one unit at distance 1
  gl.uniform1f(place("pointSize"), Math.max(spacing, 0.006) * pixels);
  gl.uniform1i(place("cloud"), mesh.cloud ? 1 : 0);
  gl.uniform1i(place("wireframe"), wireframe ? 1 : 0);
  gl.bindVertexArray(array);
  gl.drawArrays(mesh.cloud ? gl.POINTS : gl.TRIANGLES, 0, count);
  if (box) {
    gl.uniform1i(place("cloud"), 0);
    gl.uniform1i(place("wireframe"), 0);
    gl.bindVertexArray(box.array);
    gl.drawArrays(gl.TRIANGLES, 0, box.count);
  }
  document.body.dataset.drawn = String(count);
}

function redraw() {
  if (!asked) requestAnimationFrame(draw);
  asked = true;
}

function turn(across, down) {
  look.azimuth -= across;
  look.elevation = Math.min(STEEPEST, Math.max(-STEEPEST, look.elevation + down));
  redraw();
}

function zoom(factor) {
  look.zoom = Math.min(FARTHEST, Math.max(NEAREST, look.zoom * factor));
  redraw();
}

function move(across, down) {
  const { right, up } = frame();
  const scale = 2 * look.zoom * fittingDistance() * Math.tan(FIELD_OF_VIEW / 2) / canvas.clientHeight;
  look.target = look.target.map((part, i) => {
    const moved = part + scale * (down * up[i] - across * right[i]);
    return Math.min(1.5, Math.max(-1.5, moved));  // the shape stays findable
  });
  redraw();
}

function reset() {
  look = { ...home };
  redraw();
}

function toggleWireframe() {
  wireframe = !wireframe;
  document.getElementById("wireframe").setAttribute("aria-pressed", String(wireframe));
  redraw();
}

const fingers = new Map();

function spread() {
  const [one, two] = [...fingers.values()];
  return { x: (one.x + two.x) / 2, y: (one.y + two.y) / 2, gap: Math.hypot(one.x - two.x, one.y - two.y) };
}

function onPointerMove(event) {
  const last = fingers.get(event.pointerId);
  if (!last) return;
  const before = fingers.size === 2 ? spread() : null;
  const now = { x: event.clientX, y: event.clientY };
  fingers.set(event.pointerId, now);
  if (before) {
    const after = spread();
    zoom(before.gap / Math.max(after.gap, 1));
    move(after.x - before.x, after.y - before.y);
  } else if (event.shiftKey || event.buttons & 6) {  // right or middle button
    move(now.x - last.x, now.y - last.y);
  } else {
    const pace = Math.PI / Math.max(canvas.clientHeight, 1);
    turn((now.x - last.x) * pace, (now.y - last.y) * pace);
  }
}

const KEYS = {
  ArrowLeft: () => turn(0.12, 0), ArrowRight: () => turn(-0.12, 0),
  ArrowUp: () => turn(0, 0.12), ArrowDown: () => turn(0, -0.12),
  "+": () => zoom(0.85), "=": () => zoom(0.85), "-": () => zoom(1 / 0.85),
  Home: reset, w: toggleWireframe, W: toggleWireframe,
};

function listen() {
  canvas.addEventListener("pointerdown", event => {
    canvas.setPointerCapture(event.pointerId);
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  });
  canvas.addEventListener("pointermove", onPointerMove);
  for (const end of ["pointerup", "pointercancel", "lostpointercapture"])
    canvas.addEventListener(end, event => fingers.delete(event.pointerId));
  canvas.addEventListener("contextmenu", event => event.preventDefault());
  canvas.addEventListener("dblclick", reset);
  canvas.addEventListener("wheel", event => {
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 33 : 1;
    zoom(Math.exp(Math.max(-240, Math.min(240, event.deltaY * lines)) * 0.0015));
  }, { passive: false });
  canvas.addEventListener("keydown", event => {
    if (!KEYS[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    KEYS[event.key]();
  });
  canvas.addEventListener("webglcontextlost", event => {
    event.preventDefault();
    scene = null;
    say("The graphics card took the picture away; it comes back when there is room.");
  });
  canvas.addEventListener("webglcontextrestored", start);
  document.getElementById("wireframe").addEventListener("click", toggleWireframe);
  document.getElementById("reset").addEventListener("click", reset);
  document.getElementById("wireframe").hidden = mesh.cloud;
  new ResizeObserver(redraw).observe(canvas);
}

function say(text) {
  message.textContent = text;
  message.hidden = !text;
}

function start() {
  scene = makeScene();
  say(scene ? "" : "This browser cannot draw 3D here: WebGL 2 is off or missing. All else on the page works without it.");
  if (!scene) document.getElementById("tools").hidden = document.getElementById("keys").hidden = true;
  redraw();
}

listen();
start();
