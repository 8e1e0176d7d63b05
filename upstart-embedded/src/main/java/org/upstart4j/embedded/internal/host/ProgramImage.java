package org.upstart4j.embedded.internal.host;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** Reads from a program by which other program the kernel runs it. */
final class ProgramImage {

  private static final int LONGEST_LINE = 256;
  private static final int LONGEST_PATH = 4096;
  private static final int ELF = 0x7f454c46;
  private static final int INTERPRETER = 3;

  private final FileChannel file;
  private ByteBuffer head = ByteBuffer.allocate(0);

  private ProgramImage(FileChannel file) {
    this.file = file;
  }

  /**
   * Returns the interpreter that a script names after {@code #!}, or the loader that a binary
   * names.
   *
   * @param program the program
   * @return nothing if the program has no interpreter, or cannot be read
   */
  static Optional<String> interpreter(Path program) {
    try (FileChannel file = FileChannel.open(program)) {
      return new ProgramImage(file).interpreter();
    } catch (IOException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private Optional<String> interpreter() throws IOException {
    head = read(0, LONGEST_LINE);
    if (head.limit() > 2 && head.get(0) == '#' && head.get(1) == '!') {
      return script();
    }
    return head.limit() > 64 && head.getInt(0) == ELF ? loader() : Optional.empty();
  }

  private Optional<String> script() {
    String line =
        StandardCharsets.ISO_8859_1.decode(head).toString().lines().findFirst().orElse("");
    String name = line.substring(2).strip().split("[ \t]", 2)[0];
    return name.isEmpty() ? Optional.empty() : Optional.of(name);
  }

  private Optional<String> loader() throws IOException {
    boolean wide = head.get(4) == 2;
    head.order(head.get(5) == 2 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    long table = wide ? head.getLong(32) : head.getInt(28);
    int size = head.getShort(wide ? 54 : 42);
    int count = head.getShort(wide ? 56 : 44);
    for (int i = 0; i < count; i++) {
      ByteBuffer segment = read(table + (long) i * size, size).order(head.order());
      if (segment.getInt(0) == INTERPRETER) {
        long place = wide ? segment.getLong(8) : segment.getInt(4);
        long length = wide ? segment.getLong(32) : segment.getInt(16);
        ByteBuffer name = read(place, (int) Math.min(length, LONGEST_PATH));
        return Optional.of(StandardCharsets.ISO_8859_1.decode(name).toString().replace("\0", ""));
      }
    }
    return Optional.empty();
  }

  private ByteBuffer read(long place, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining() && file.read(bytes, place + bytes.position()) > 0) {}
    return bytes.flip();
  }
}
