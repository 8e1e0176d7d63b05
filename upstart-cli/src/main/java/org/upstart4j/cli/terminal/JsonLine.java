package org.upstart4j.cli.terminal;

import com.google.gson.stream.JsonWriter;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes one JSON object, in ASCII, so that no terminal and no locale can spoil it. */
public final class JsonLine {

  private final JsonWriter writer;

  private JsonLine(Writer target) {
    writer = new JsonWriter(new AsciiWriter(target));
    writer.setHtmlSafe(false);
    writer.setSerializeNulls(true);
  }

  /** Writes an object on one line. */
  public static void write(Writer target, Consumer<JsonLine> members) throws IOException {
    JsonLine json = new JsonLine(target);
    try {
      json.object(members);
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
    json.writer.flush();
    target.write('\n');
  }

  private interface Writing {
    void run() throws IOException;
  }

  private JsonLine step(Writing step) {
    try {
      step.run();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return this;
  }

  public JsonLine object(Consumer<JsonLine> members) {
    step(writer::beginObject);
    members.accept(this);
    return step(writer::endObject);
  }

  public JsonLine beginObject() {
    return step(writer::beginObject);
  }

  public JsonLine endObject() {
    return step(writer::endObject);
  }

  public JsonLine name(String name) {
    return step(() -> writer.name(name));
  }

  public JsonLine value(@Nullable Object value) {
    return step(
        () -> {
          if (value instanceof Boolean bool) {
            writer.value(bool);
          } else if (value instanceof Number number) {
            writer.value(number);
          } else {
            writer.value((String) value);
          }
        });
  }

  /** Adds members that are JSON already. */
  public JsonLine raw(String name, Iterable<String> values) {
    name(name).step(writer::beginArray);
    values.forEach(json -> step(() -> writer.jsonValue(json)));
    return step(writer::endArray);
  }

  public JsonLine member(String name, @Nullable Object value) {
    return name(name).value(value);
  }

  public <T> JsonLine array(String name, Iterable<T> items, Function<T, @Nullable Object> value) {
    name(name).step(writer::beginArray);
    items.forEach(item -> value(value.apply(item)));
    return step(writer::endArray);
  }

  /** An array as a value. */
  public <T> JsonLine values(Iterable<T> items, Consumer<T> write) {
    step(writer::beginArray);
    items.forEach(write);
    return step(writer::endArray);
  }

  public <T> JsonLine objects(String name, Iterable<T> items, BiConsumer<JsonLine, T> members) {
    name(name).step(writer::beginArray);
    items.forEach(item -> object(json -> members.accept(json, item)));
    return step(writer::endArray);
  }

  /** Escapes what is not ASCII, which can only stand within strings. */
  private static final class AsciiWriter extends FilterWriter {

    AsciiWriter(Writer target) {
      super(target);
    }

    @Override
    public void write(int c) throws IOException {
      if (c < 0x7f) {
        out.write(c);
      } else {
        out.write(String.format(Locale.ROOT, "\\u%04x", c));
      }
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
      for (int i = from; i < from + length; i++) {
        write(text[i]);
      }
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
      for (int i = from; i < from + length; i++) {
        write(text.charAt(i));
      }
    }
  }
}
