package org.upstart4j.cli.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The end of a file. */
final class Tail {

  private static final int BLOCK = 8192;

  private Tail() {}

  /** Where the last lines begin; a last line without a line break counts. */
  static long start(FileChannel file, long lines) throws IOException {
    if (lines == 0) {
      return file.size();
    }
    long left = lines;
    long end = file.size();
    // the line break at the very end ends the last line, and begins none
    long from = end - 1;
    while (from > 0) {
      int length = (int) Math.min(BLOCK, from);
      byte[] block = read(file, from - length, length);
      for (int i = length - 1; i >= 0; i--) {
        if (block[i] == '\n' && --left == 0) {
          return from - length + i + 1;
        }
      }
      from -= length;
    }
    return 0;
  }

  private static byte[] read(FileChannel file, long at, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining() && file.read(buffer, at + buffer.position()) >= 0) {
      // a read may give less than was asked for
    }
    return buffer.array();
  }
}
