package org.upstart4j.cli.init;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import org.upstart4j.cli.terminal.JsonLine;
import org.upstart4j.cli.terminal.Visible;
import org.upstart4j.spi.ShellSpelling;

/** How a line that a job has printed is passed on. */
enum LineFormat {
  /** The job's name, and the bytes as they are. */
  TEXT {
    @Override
    void append(ByteArrayOutputStream target, String job, String instance, byte[] line) {
      String name = instance.isEmpty() ? job : job + "/" + instance;
      target.writeBytes(ShellSpelling.bytes(Visible.text(name) + ": "));
      target.writeBytes(line);
      target.write('\n');
    }
  },
  /** An object. */
  JSON {
    @Override
    void append(ByteArrayOutputStream target, String job, String instance, byte[] line) {
      StringWriter text = new StringWriter();
      try {
        JsonLine.write(
            text,
            json ->
                json.member("time", TIME.format(Instant.now()))
                    .member("job", job)
                    .member("instance", instance)
                    .member("line", RawText.of(line)));
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
      target.writeBytes(text.toString().getBytes(StandardCharsets.US_ASCII));
    }
  };

  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  /** Appends a line, with its end. */
  abstract void append(ByteArrayOutputStream target, String job, String instance, byte[] line);
}
