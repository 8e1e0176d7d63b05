package org.upstart4j.dbus.internal.client;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.upstart4j.dbus.internal.wire.Variant;
import org.upstart4j.spi.LoggedMessage;

/**
 * Reads the values of an answer. A value of an unexpected type causes a {@link ClassCastException},
 * {@link IndexOutOfBoundsException} or {@link IllegalArgumentException}.
 */
public final class Values {

  private Values() {}

  /** Reads no values at all. */
  public static @Nullable Void none(List<Object> values) {
    return null;
  }

  /** Reads one text or path. */
  public static String text(List<Object> values) {
    return (String) values.get(0);
  }

  /** Reads one truth. */
  public static boolean truth(List<Object> values) {
    return (Boolean) values.get(0);
  }

  /** Reads one list of texts or paths. */
  public static List<String> texts(List<Object> values) {
    return strings(values.get(0));
  }

  /** Reads one variant. */
  public static Object variant(List<Object> values) {
    return ((Variant) values.get(0)).value();
  }

  /** Reads one variant that is a text. */
  public static String textVariant(List<Object> values) {
    return (String) variant(values);
  }

  /** Reads one path. */
  public static String path(List<Object> values) {
    return path(values.get(0));
  }

  /** Reads one list of paths. */
  public static List<String> paths(List<Object> values) {
    return ((List<?>) values.get(0)).stream().map(Values::path).toList();
  }

  private static String path(Object value) {
    String path = (String) value;
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("That is not a path");
    }
    return path;
  }

  /** Reads one map of texts, in the order of its keys. */
  public static Map<String, String> mapOfTexts(List<Object> values) {
    Map<String, String> texts = new TreeMap<>();
    ((Map<?, ?>) values.get(0)).forEach((key, value) -> texts.put((String) key, (String) value));
    return texts;
  }

  /** Reads one list of messages, each with the microseconds that have passed since. */
  public static List<LoggedMessage> messages(List<Object> values) {
    return ((List<?>) values.get(0)).stream().map(Values::message).toList();
  }

  private static LoggedMessage message(Object value) {
    List<?> fields = (List<?>) value;
    return new LoggedMessage(
        Duration.of((Long) fields.get(0), ChronoUnit.MICROS), (String) fields.get(1));
  }

  /** Reads one map of properties. */
  public static Map<?, ?> properties(List<Object> values) {
    return (Map<?, ?>) values.get(0);
  }

  /** Reads one property of such a map. */
  public static Object property(Map<?, ?> properties, String name) {
    Variant value = (Variant) properties.get(name);
    if (value == null) {
      throw new IndexOutOfBoundsException("There is no property " + name);
    }
    return value.value();
  }

  /** Reads a list of texts or paths. */
  public static List<String> strings(Object value) {
    return ((List<?>) value).stream().map(String.class::cast).toList();
  }
}
