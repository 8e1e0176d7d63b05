package org.upstart4j.picture.internal.layout;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Finds a place for everything: causes at the left, effects at the right. */
public final class Layout {

  /** Enough for some 20,000 boxes in one chain, of which the library descends the whole. */
  private static final long STACK = 1L << 30;

  /** What the library is made of was not made for several threads. */
  private static final Object ONE_AT_A_TIME = new Object();

  private Layout() {}

  /**
   * Places boxes, and draws lines between them. The same boxes and lines always yield the same.
   *
   * @param boxes the boxes
   * @param lines the lines between them
   */
  public static Placement of(List<Box> boxes, List<Line> lines) {
    if (boxes.isEmpty()) {
      return new Placement(0, 0, List.of(), List.of());
    }
    CompletableFuture<Placement> result = new CompletableFuture<>();
    Runnable layout =
        () -> {
          try {
            synchronized (ONE_AT_A_TIME) {
              result.complete(place(boxes, lines));
            }
          } catch (Throwable e) {
            result.completeExceptionally(e);
          }
        };
    Thread thread = new Thread(null, layout, "upstart4j-layout", STACK);
    thread.setDaemon(true);
    thread.start();
    try {
      return result.join();
    } catch (CompletionException e) {
      throw new IllegalStateException("Cannot lay out " + boxes.size() + " boxes", e.getCause());
    }
  }

  private static Placement place(List<Box> boxes, List<Line> lines) {
    Placement all = Layered.compact(boxes, lines);
    List<Piece> pieces =
        Part.of(boxes.size(), lines).stream()
            .map(part -> Piece.of(part, boxes, all).wrappedIfLong(boxes, lines))
            .toList();
    return Packing.of(boxes.size(), lines.size(), pieces);
  }
}
