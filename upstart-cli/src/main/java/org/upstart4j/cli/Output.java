package org.upstart4j.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Standard output, for text in UTF-8 and for bytes. Unlike {@link System#out} it does not swallow a
 * failure to write.
 */
final class Output extends PrintWriter {

  private final OutputStream stream;

  private Output(OutputStream stream) {
    super(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    this.stream = stream;
  }

  static Output standard() {
    return of(new FileOutputStream(FileDescriptor.out));
  }

  static Output of(OutputStream target) {
    return new Output(new Unswallowed(new BufferedOutputStream(target)));
  }

  /** Writes bytes as they are. */
  void print(byte[] bytes) throws IOException {
    flush();
    stream.write(bytes);
  }

  /** A failure to write, unchecked as {@link PrintWriter} keeps the checked ones to itself. */
  static final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private Failure(IOException cause) {
      super(cause.getMessage(), cause);
    }

    /** Whether the reader went away, which is its good right: {@code | head -1}. */
    boolean isBrokenPipe() {
      return "Broken pipe".equals(getMessage());
    }
  }

  /** Fails once: what is still to be written then, is not. */
  private static final class Unswallowed extends FilterOutputStream {

    private boolean failed;

    Unswallowed(OutputStream target) {
      super(target);
    }

    @Override
    public void write(int b) {
      attempt(() -> out.write(b));
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      attempt(() -> out.write(bytes, from, length));
    }

    @Override
    public void flush() {
      attempt(out::flush);
    }

    private interface Write {
      void run() throws IOException;
    }

    private void attempt(Write write) {
      if (failed) {
        return;
      }
      try {
        write.run();
      } catch (IOException failure) {
        failed = true;
        throw new Failure(failure);
      }
    }
  }
}
