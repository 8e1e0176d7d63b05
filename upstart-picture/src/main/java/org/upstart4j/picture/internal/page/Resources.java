package org.upstart4j.picture.internal.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The files that a page is made of. */
final class Resources {

  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

  private Resources() {}

  /** One after the other, as one text. */
  static String read(String... names) {
    return Arrays.stream(names).map(Resources::read).collect(Collectors.joining("\n"));
  }

  private static String read(String name) {
    try (InputStream in = Resources.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * Fills in a file's places, {@code {{name}}}. What is filled in may contain what looks like one.
   */
  static String fill(String name, Map<String, String> values) {
    return PLACE
        .matcher(read(name))
        .replaceAll(
            place -> Matcher.quoteReplacement(Objects.requireNonNull(values.get(place.group(1)))));
  }
}
