package org.upstart4j.cli.why;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.upstart4j.ExitStatus;
import org.upstart4j.JobStatus;
import org.upstart4j.analysis.reason.Effect;
import org.upstart4j.analysis.reason.Evidence;
import org.upstart4j.analysis.reason.Part;
import org.upstart4j.analysis.reason.Reason;
import org.upstart4j.cli.terminal.JsonLine;
import org.upstart4j.cli.terminal.StatusJson;

/**
 * Writes the components of records, each under its name, so that nothing of a reason is left out
 * that may be added to it.
 */
final class RecordJson {

  private static final double MILLIS = 1000;
  private static final Set<String> ELSEWHERE = Set.of(listOf(Evidence.class), listOf(Reason.class));

  private RecordJson() {}

  /** Adds what a record holds, except for evidence and further reasons, which have their places. */
  static void members(JsonLine json, Object holder) {
    for (RecordComponent component : holder.getClass().getRecordComponents()) {
      if (!isElsewhere(component)) {
        json.name(name(component.getName()));
        write(json, value(component, holder));
      }
    }
  }

  private static String listOf(Class<?> type) {
    return List.class.getName() + "<" + type.getName() + ">";
  }

  private static boolean isElsewhere(RecordComponent component) {
    return ELSEWHERE.contains(component.getGenericType().getTypeName());
  }

  private static Object value(RecordComponent component, Object holder) {
    try {
      return component.getAccessor().invoke(holder);
    } catch (IllegalAccessException | InvocationTargetException unexpected) {
      throw new IllegalStateException(unexpected);
    }
  }

  /** A component's name as JSON has it: {@code killedIn} is {@code killed_in}. */
  static String name(String component) {
    return component.replaceAll("(\\p{Lower})(\\p{Upper})", "$1_$2").toLowerCase(Locale.ROOT);
  }

  /** Adds what shows that something is true. */
  static void evidence(JsonLine json, List<Evidence> evidence) {
    json.objects(
        "evidence",
        evidence,
        (member, piece) -> {
          member.member("kind", piece.word()).member("text", piece.text());
          members(member, piece);
        });
  }

  private static void write(JsonLine json, @Nullable Object value) {
    if (value instanceof Optional<?> optional) {
      write(json, optional.orElse(null));
    } else if (value instanceof List<?> list) {
      json.values(list, item -> write(json, item));
    } else if (value instanceof Duration duration) {
      json.value(duration.toMillis() / MILLIS);
    } else if (value instanceof JobStatus status) {
      json.object(member -> StatusJson.members(member, status));
    } else if (value instanceof Part part) {
      json.object(member -> members(member, part));
    } else if (value instanceof Effect.Obstacle obstacle) {
      json.value(obstacle.word());
    } else if (value instanceof ExitStatus status) {
      json.value(status.toString());
    } else {
      json.value(value instanceof Boolean || value instanceof Number ? value : text(value));
    }
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
