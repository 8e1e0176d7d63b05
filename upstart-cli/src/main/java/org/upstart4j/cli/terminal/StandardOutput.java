package org.upstart4j.cli.terminal;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Standard output, for text in UTF-8 and for bytes. Like every {@link PrintWriter} it goes on after
 * a failure to write, but it remembers it.
 */
public final class StandardOutput extends PrintWriter {

  /** What a shell reports for a program that a closed pipe ended. */
  private static final int BROKEN_PIPE = 128 + 13;

  private final Watched stream;
  private final OutputStream foreign;

  private StandardOutput(Watched stream, boolean terminal) {
    super(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    this.stream = stream;
    this.foreign = terminal ? new VisibleStream(stream) : stream;
  }

  public static StandardOutput create() {
    return new StandardOutput(
        new Watched(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out))),
        Terminal.isOutput());
  }

  public static StandardOutput of(OutputStream target) {
    return new StandardOutput(new Watched(new BufferedOutputStream(target)), false);
  }

  /** Where complaints go: they are text in UTF-8, whatever the locale. */
  public static PrintWriter errors() {
    return new PrintWriter(System.err, true, StandardCharsets.UTF_8);
  }

  /** Keeps everything that would command a terminal from the standard error. */
  public static void guardErrors() {
    OutputStream errors = new BufferedOutputStream(new FileOutputStream(FileDescriptor.err));
    System.setErr(new PrintStream(new VisibleStream(errors), true, StandardCharsets.UTF_8));
  }

  /** Writes bytes that others have written: as they are, but on a terminal visibly. */
  public void print(byte[] bytes) {
    write(foreign, bytes);
  }

  @Override
  public void flush() {
    super.flush();
    try {
      foreign.flush();
    } catch (IOException failure) {
      setError();
    }
  }

  /** Writes bytes as they are. */
  void printPainted(byte[] bytes) {
    write(stream, bytes);
  }

  private void write(OutputStream to, byte[] bytes) {
    super.flush();
    try {
      to.write(bytes, 0, bytes.length);
    } catch (IOException failure) {
      setError();
    }
  }

  /** Why something was not written; nothing as long as all is well. */
  public Optional<IOException> failure() {
    return Optional.ofNullable(stream.failure);
  }

  /**
   * Writes what is still to be written, at the end of a program.
   *
   * @return the program's exit status, or another one if not all could be written
   */
  public int finish(String program, int status, PrintWriter err) {
    flush();
    if (failure().isEmpty()) {
      return status;
    }
    @Nullable String reason = failure().get().getMessage();
    if ("Broken pipe".equals(reason)) {
      return BROKEN_PIPE;
    }
    err.println(program + ": standard output: " + reason);
    return 1;
  }

  private static final class Watched extends FilterOutputStream {

    private @Nullable IOException failure;

    Watched(OutputStream target) {
      super(target);
    }

    @Override
    public void write(int b) throws IOException {
      watch(() -> out.write(b));
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      watch(() -> out.write(bytes, from, length));
    }

    @Override
    public void flush() throws IOException {
      watch(out::flush);
    }

    private interface Write {
      void run() throws IOException;
    }

    private void watch(Write write) throws IOException {
      try {
        write.run();
      } catch (IOException problem) {
        failure = failure == null ? problem : failure;
        throw problem;
      }
    }
  }
}
