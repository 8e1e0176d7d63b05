package org.upstart4j.analysis.host;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;

/** Reads files of others: never more than asked for, and never where a link leads. */
final class FileText {

  private FileText() {}

  /** The beginning of a file, such as one of /proc, whose size is not known. */
  static String start(Path file, int bytes) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(bytes), StandardCharsets.UTF_8);
    }
  }

  /**
   * The end of a regular file, from the beginning of a line on, unless that line is longer than all
   * that is read; nothing if it is no regular file.
   *
   * @throws java.nio.file.NoSuchFileException if there is nothing
   */
  static Optional<String> end(Path file, int bytes) throws IOException {
    if (!attributes(file).isRegularFile()) {
      return Optional.empty();
    }
    try (SeekableByteChannel channel =
        Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
      long from = Math.max(0, channel.size() - bytes);
      ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(bytes, channel.size()));
      channel.position(from);
      while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
        // a read may give less than was asked for
      }
      return Optional.of(text(buffer.flip(), from > 0));
    }
  }

  private static String text(ByteBuffer buffer, boolean isCut) {
    if (isCut) {
      skipBrokenCharacter(buffer);
    }
    String text = StandardCharsets.UTF_8.decode(buffer).toString();
    int line = isCut ? text.indexOf('\n') : -1;
    return line >= 0 && line < text.length() - 1 ? text.substring(line + 1) : text;
  }

  /** The other bytes of a character in UTF-8 begin with the bits 10. */
  private static void skipBrokenCharacter(ByteBuffer buffer) {
    while (buffer.hasRemaining() && (buffer.get(buffer.position()) & 0xc0) == 0x80) {
      buffer.position(buffer.position() + 1);
    }
  }

  static BasicFileAttributes attributes(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  /** The text, or its beginning if it is longer; no character is cut in two. */
  static String atMost(String text, int characters) {
    return text.codePointCount(0, text.length()) <= characters
        ? text
        : text.substring(0, text.offsetByCodePoints(0, characters)) + "...";
  }
}
