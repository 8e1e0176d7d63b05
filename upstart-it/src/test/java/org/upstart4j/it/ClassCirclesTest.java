package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.upstart4j.event.EventAnd;
import org.upstart4j.event.EventExpression;
import org.upstart4j.event.EventMatch;
import org.upstart4j.event.EventOr;

/** How many classes can only be understood together. */
class ClassCirclesTest {

  private static final int MOST = 4;

  @ParameterizedTest
  @EnumSource
  void noCircleOfClassesIsLarge(Module module) {
    assertThat(ClassCircles.of(Module.classes(List.of(module))))
        .allSatisfy(circle -> assertThat(circle).hasSizeLessThanOrEqualTo(MOST));
  }

  @Test
  void twoClassesThatKnowEachOtherAreACircle() {
    assertThat(circles(Stream.class, IntStream.class, Function.class))
        .containsExactly(
            new TreeSet<>(Set.of("java.util.stream.IntStream", "java.util.stream.Stream")));
  }

  @Test
  void aClassAndThoseThatItHoldsAreOne() {
    assertThat(circles(Map.class, Map.Entry.class)).isEmpty();
  }

  @Test
  void aSealedTypeAndThoseThatItPermitsAreOne() {
    assertThat(circles(EventExpression.class, EventAnd.class, EventOr.class, EventMatch.class))
        .isEmpty();
  }

  private static List<SortedSet<String>> circles(Class<?>... classes) {
    return ClassCircles.of(new ClassFileImporter().importClasses(classes));
  }
}
