// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from 'preact/hooks';

interface Handlers {
  canvas: { current: HTMLCanvasElement | null };
  onPan(dx: number, dy: number): void;
  onZoom(by: number, at: [number, number]): void;
  onSettled(): void; // when the hand rests
  onClick(x: number, y: number): void;
  onHover(x: number | null, y: number | null): void;
}

/** Pointer and wheel on the map: one finger or the mouse moves it, two fingers or the wheel zoom. */
export function useDragging(handlers: Handlers) {
  const latest = useRef(handlers);
  latest.current = handlers;
  const pointers = useRef(new Map<number, [number, number]>());
  const travelled = useRef(0);

  useEffect(() => {
    const canvas = handlers.canvas.current;
    if (!canvas) return;
    let rest = 0;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      latest.current.onZoom(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.0025), [event.offsetX, event.offsetY]);
      clearTimeout(rest);
      rest = window.setTimeout(() => latest.current.onSettled(), 180);
    };
    canvas.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      clearTimeout(rest);
      canvas.removeEventListener('wheel', onWheel);
    };
  }, []);

  return {
    onPointerDown: (event: PointerEvent) => {
      (event.currentTarget as Element).setPointerCapture(event.pointerId);
      pointers.current.set(event.pointerId, [event.offsetX, event.offsetY]);
      travelled.current = 0;
    },
    onPointerMove: (event: PointerEvent) => {
      const before = pointers.current.get(event.pointerId);
      const now: [number, number] = [event.offsetX, event.offsetY];
      if (!before) return latest.current.onHover(...now);
      const others = [...pointers.current].filter(([id]) => id !== event.pointerId).map(([, at]) => at);
      pointers.current.set(event.pointerId, now);
      travelled.current += Math.hypot(now[0] - before[0], now[1] - before[1]);
      if (others.length === 0) {
        if (travelled.current > 3) latest.current.onPan(now[0] - before[0], now[1] - before[1]);
      } else {
        const [other] = others;
        const distance = (point: [number, number]) => Math.max(1, Math.hypot(point[0] - other[0], point[1] - other[1]));
        latest.current.onZoom(Math.log2(distance(now) / distance(before)), [(now[0] + other[0]) / 2, (now[1] + other[1]) / 2]);
      }
    },
    onPointerUp: (event: PointerEvent) => {
      if (!pointers.current.delete(event.pointerId) || pointers.current.size > 0) return;
      if (travelled.current <= 3) latest.current.onClick(event.offsetX, event.offsetY);
      else latest.current.onSettled();
    },
    onPointerCancel: (event: PointerEvent) => void pointers.current.delete(event.pointerId),
    onPointerLeave: () => latest.current.onHover(null, null),
  };
}
