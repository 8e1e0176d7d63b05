package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the text of an API shows, so that its change is seen. Public, as the samples in it are. */
public class ExportedApiTest {

  /** What an API has. */
  public abstract static class Shop<T extends Comparable<T>> extends Stall
      implements Function<T, List<? super T>> {
    public static final int SIZE = 3;
    protected final Map<String, int[]> prices = Map.of();
    int secret;

    protected Shop(String... names) {}

    public abstract @Nullable T find(@Nullable String name) throws IOException;

    @Deprecated
    public final void close() {}

    void hidden() {}

    /** A part. */
    public record Item(String name, List<@Nullable String> tags) {}

    /** Nobody can name it. */
    private enum Secret {
      ONE
    }
  }

  /** Nobody can name it, but a shop has what it has. */
  abstract static class Stall {
    public void open() {}
  }

  /** Can be implemented by anybody. */
  public interface Visitor {
    void visit(Shop<String> shop);

    default void leave() {}
  }

  @Test
  void everythingThatAProgramCanUseIsALine() {
    assertThat(ExportedApi.of(List.of(Shop.class, Stall.class, Shop.Item.class)))
        .isEqualTo(
            """
            import java.io.IOException
            import java.util.List
            import java.util.Map
            import java.util.function.Function

            package org.upstart4j.it

            abstract class ExportedApiTest.Shop<T extends Comparable<T>> implements Function<T, List<? super T>>
              protected final Map<String, int[]> prices
              static int SIZE
              protected ExportedApiTest.Shop(String...)
              @Deprecated final void close()
              abstract @Nullable T find(@Nullable String) throws IOException
              void open()

            record ExportedApiTest.Shop.Item
              ExportedApiTest.Shop.Item(String, List<@Nullable String>)
              List<@Nullable String> tags()
              String name()
            """);
  }

  @Test
  void aMethodThatAnImplementationMustHaveIsToldFromOneThatItInherits() {
    assertThat(ExportedApi.of(List.of(Visitor.class)))
        .contains("\n  void visit(ExportedApiTest.Shop<String>)\n", "\n  default void leave()\n");
  }

  @Test
  void whatIsGoneAndWhatIsNewIsSaidWithItsClass() {
    RecordedApi before = new RecordedApi("interface Job\n  void stop()\n  String name()\n");
    RecordedApi after = new RecordedApi("interface Job\n  String name()\n  void halt()\n");

    assertThat(before.without(after)).containsExactly("interface Job { void stop() }");
    assertThat(after.without(before)).containsExactly("interface Job { void halt() }");
  }
}
