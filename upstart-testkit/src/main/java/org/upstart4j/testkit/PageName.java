package org.upstart4j.testkit;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Names a test so that a file can be called so: no two tests of a run share a name. */
final class PageName {

  /** What the engine of JUnit puts behind the names of tests that run several times. */
  private static final Pattern INVOCATION = Pattern.compile("-invocation:#(\\d+)");

  private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9.$_()\\[\\]-]");
  private static final int LONGEST = 180;

  private PageName() {}

  static String of(ExtensionContext context) {
    Method method = context.getRequiredTestMethod();
    String invocations =
        INVOCATION
            .matcher(context.getUniqueId())
            .results()
            .map(PageName::bracketed)
            .collect(Collectors.joining());
    return safe(
        context.getRequiredTestClass().getName()
            + "."
            + method.getName()
            + (isOverloaded(method) ? parameters(method) : "")
            + invocations);
  }

  private static String bracketed(MatchResult number) {
    return "[" + number.group(1) + "]";
  }

  private static boolean isOverloaded(Method method) {
    return Arrays.stream(method.getDeclaringClass().getDeclaredMethods())
            .filter(other -> other.getName().equals(method.getName()) && !other.isSynthetic())
            .count()
        > 1;
  }

  private static String parameters(Method method) {
    return Arrays.stream(method.getParameterTypes())
        .map(Class::getName)
        .collect(Collectors.joining("-", "(", ")"));
  }

  /** A name that changes on the way ends in a number, as another one may become the same. */
  static String safe(String name) {
    String safe = UNSAFE.matcher(name).replaceAll("_");
    if (safe.length() > LONGEST) {
      safe = safe.substring(safe.length() - LONGEST);
    }
    return safe.equals(name) ? name : safe + "-" + Integer.toHexString(name.hashCode());
  }
}
