package org.upstart4j.dbus.internal.wire;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;

/**
 * Buffers outside of the heap, for what the system reads and writes. They are used again: what a
 * connection leaves behind would otherwise keep its memory until garbage is collected, which an
 * idle program does not do.
 */
final class Buffers {

  static final int SIZE = 1 << 14;

  /** How many are kept for later. */
  private static final int KEPT = 64;

  private static final ArrayDeque<ByteBuffer> FREE = new ArrayDeque<>();

  private Buffers() {}

  /** Returns an empty buffer. */
  static ByteBuffer take() {
    synchronized (FREE) {
      ByteBuffer free = FREE.poll();
      return free == null ? ByteBuffer.allocateDirect(SIZE) : free.clear();
    }
  }

  /** Takes back a buffer that nobody uses any more. */
  static void giveBack(ByteBuffer buffer) {
    synchronized (FREE) {
      if (FREE.size() < KEPT) {
        FREE.push(buffer);
      }
    }
  }
}
