package org.upstart4j.cli.conditions;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;

/** The order in which Upstart's programs go through a table of names: 17 bins by a hash. */
public final class HashOrder {

  private static final int BINS = 17;
  private static final int FNV_OFFSET = 0x811c9dc5;
  private static final int FNV_PRIME = 0x01000193;

  private HashOrder() {}

  /** Compares bins; within one, a stable sort keeps the order. */
  public static Comparator<String> bins() {
    return Comparator.comparingInt(HashOrder::bin);
  }

  private static int bin(String name) {
    int hash = FNV_OFFSET;
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash * FNV_PRIME) ^ b;
    }
    return Integer.remainderUnsigned(hash, BINS);
  }
}
