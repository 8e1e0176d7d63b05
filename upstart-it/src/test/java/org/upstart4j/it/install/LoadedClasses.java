package org.upstart4j.it.install;

import static org.assertj.core.api.Assertions.assertThat;

/** Where Java has its classes from, in the words of its log {@code class+load}. */
final class LoadedClasses {

  private LoadedClasses() {}

  static void assertThatMostAreCached(String log) {
    long all = log.lines().filter(line -> line.contains("source:")).count();
    long cached = log.lines().filter(line -> line.contains("shared objects file")).count();
    assertThat(all).isPositive();
    assertThat(cached).isGreaterThan(all * 9 / 10);
  }
}
