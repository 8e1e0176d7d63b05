package org.upstart4j.fleet.inventory.internal.tree;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes values as JSON, in ASCII and with sorted keys. */
public final class JsonOutput {

  private final StringWriter text = new StringWriter();
  private final JsonWriter json = new JsonWriter(text);

  private JsonOutput() {
    json.setIndent("    ");
    // Infinity is written as Ansible writes it, although it is no JSON.
    json.setStrictness(Strictness.LENIENT);
  }

  /** {@return a value as JSON} */
  public static String of(Object value) {
    JsonOutput output = new JsonOutput();
    try {
      output.write(value);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return ascii(output.text.toString());
  }

  private void write(@Nullable Object value) throws IOException {
    if (value == null) {
      json.nullValue();
    } else if (value instanceof Map<?, ?> map) {
      object(map);
    } else if (value instanceof Iterable<?> items) {
      array(items);
    } else if (value instanceof Boolean truth) {
      json.value(truth);
    } else if (value instanceof Number number) {
      json.value(number);
    } else if (value instanceof Vault vault) {
      write(Map.of(Vault.KEY, vault.text()));
    } else if (value instanceof Unsafe unsafe) {
      write(Map.of(Unsafe.KEY, unsafe.text()));
    } else {
      json.value(value.toString());
    }
  }

  private void object(Map<?, ?> map) throws IOException {
    json.beginObject();
    for (Map.Entry<?, ?> entry : new TreeMap<>(map).entrySet()) {
      json.name(String.valueOf(entry.getKey()));
      write(entry.getValue());
    }
    json.endObject();
  }

  private void array(Iterable<?> items) throws IOException {
    json.beginArray();
    for (Object item : items) {
      write(item);
    }
    json.endArray();
  }

  private static String ascii(String json) {
    StringBuilder ascii = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); i++) {
      char character = json.charAt(i);
      if (character < 127) {
        ascii.append(character);
      } else {
        ascii.append("\\u").append(HexFormat.of().toHexDigits(character));
      }
    }
    return ascii.append('\n').toString();
  }
}
