package org.upstart4j.systemd.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitNameTest {

  @ParameterizedTest
  @CsvSource({
    "web, web",
    "my job, my\\x20job",
    "a/b, a-b",
    "a-b, a\\x2db",
    "a\\b, a\\x5cb",
    ".hidden.x, \\x2ehidden.x",
    "..x, \\x2e.x",
    "é, \\xc3\\xa9",
    "a@b:c_d, a\\x40b:c_d",
    "'', ''"
  })
  void aTextIsEscapedAndGivenBack(String text, String escaped) {
    assertThat(UnitName.escape(text)).isEqualTo(escaped);
    assertThat(UnitName.unescape(escaped)).isEqualTo(text);
  }

  @Test
  void aSingleByteIsEscapedAndGivenBack() {
    assertThat(UnitName.escape("a\udcff")).isEqualTo("a\\xff");
    assertThat(UnitName.unescape("a\\xFF")).isEqualTo("a\udcff");
  }

  @ParameterizedTest
  @CsvSource({
    "/, -",
    "//, -",
    "/., -",
    "'', -",
    "/var/lib, var-lib",
    "//var//./lib//, var-lib",
    "var/lib, var-lib",
    "/home/a-b, home-a\\x2db",
    "/.ssh/.x, \\x2essh-.x",
    "/a/..b, a-..b"
  })
  void aPathIsEscapedWithoutSlashesAndDotsTooMany(String path, String escaped) {
    assertThat(UnitName.escapePath(path)).isEqualTo(escaped);
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", "/a/..", "/../a", "a/../b", ".", "./", "./."})
  void aPathThatIsNotResolvedIsRefused(String path) {
    assertThatExceptionOfType(UnitSyntaxException.class)
        .isThrownBy(() -> UnitName.escapePath(path));
  }

  @Test
  void aPathThatIsTooLongIsRefused() {
    assertThatExceptionOfType(UnitSyntaxException.class)
        .isThrownBy(() -> UnitName.escapePath("/" + "x".repeat(256)));
    assertThatExceptionOfType(UnitSyntaxException.class)
        .isThrownBy(() -> UnitName.escapePath("/x".repeat(2048)));
    assertThat(UnitName.escapePath("/" + "x".repeat(255))).hasSize(255);
  }

  @ParameterizedTest
  @CsvSource({"-, /", "var-lib, /var/lib", "\\x2essh, /.ssh", "a\\x2fb, /a/b"})
  void anEscapedPathIsGivenBack(String escaped, String path) {
    assertThat(UnitName.unescapePath(escaped)).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--", "-a", "a-", "a--b", ".", "a-.-b", "..", "a-..", "\\x2fa"})
  void whatIsTheNameOfNoPathIsRefused(String escaped) {
    assertThatExceptionOfType(UnitSyntaxException.class)
        .isThrownBy(() -> UnitName.unescapePath(escaped));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\", "a\\x", "a\\x2", "a\\x2g", "a\\n", "a\\x00", "\\X41"})
  void aBackslashThatIsNoEscapeIsRefused(String escaped) {
    assertThatExceptionOfType(UnitSyntaxException.class)
        .isThrownBy(() -> UnitName.unescape(escaped));
  }

  @Test
  void aNulIsRefused() {
    Stream.<Supplier<String>>of(() -> UnitName.escape("a\0"), () -> UnitName.escapePath("/a\0"))
        .forEach(
            call -> assertThatExceptionOfType(UnitSyntaxException.class).isThrownBy(call::get));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.service",
        "a.b.target",
        "web@.service",
        "web@a@b.socket",
        "-.mount",
        "a\\x20.path"
      })
  void aNameOfAUnitIsValid(String name) {
    assertThat(UnitName.isValid(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        ".service",
        "a.snapshot",
        "a.Service",
        "@a.service",
        "@.service",
        "a b.service",
        "a/b.service",
        "é.service",
        "a.service ",
        "a%.service",
        "a.service\n",
        "a.",
        "a..d"
      })
  void anotherNameIsNot(String name) {
    assertThat(UnitName.isValid(name)).isFalse();
  }

  @Test
  void aNameHasAtMost255Characters() {
    assertThat(UnitName.isValid("x".repeat(247) + ".service")).isTrue();
    assertThat(UnitName.isValid("x".repeat(248) + ".service")).isFalse();
  }

  @Test
  void aTemplateHasNoInstance() {
    assertThat(UnitName.isTemplate("web@.service")).isTrue();
    assertThat(UnitName.isTemplate("web@a.service")).isFalse();
    assertThat(UnitName.isTemplate("web.service")).isFalse();
    assertThat(UnitName.instance("web@.service")).isEmpty();
    assertThat(UnitName.template("web@.service")).contains("web@.service");
  }

  @Test
  void anInstanceHasATemplate() {
    assertThat(UnitName.instance("web@a@b.c.service")).contains("a@b.c");
    assertThat(UnitName.template("web@a@b.c.service")).contains("web@.service");
    assertThat(UnitName.instance("web.service")).isEmpty();
    assertThat(UnitName.template("web.service")).isEmpty();
  }

  @Test
  void anInstanceIsMadeOfATemplate() {
    assertThat(UnitName.withInstance("web@.service", "a\\x20b")).isEqualTo("web@a\\x20b.service");
    assertThat(UnitName.withInstance("web@x.service", "a@b")).isEqualTo("web@a@b.service");
  }

  @ParameterizedTest
  @CsvSource({"web.service, a", "web@.service, ''", "web@.service, a b", "web@.service, a/b"})
  void whatMakesNoInstanceIsRefused(String template, String instance) {
    assertThatExceptionOfType(UnitSyntaxException.class)
        .isThrownBy(() -> UnitName.withInstance(template, instance));
  }

  @Test
  void anyTextIsGivenBack() {
    Random random = new Random(4);
    for (int i = 0; i < 20_000; i++) {
      String text = Words.word(random);
      assertThat(UnitName.unescape(UnitName.escape(text))).isEqualTo(text);
    }
  }

  @Test
  void anyTextIsEscapedAsSystemdEscapeDoes() throws IOException, InterruptedException {
    List<String> texts = texts(5);
    assertThat(texts.stream().map(UnitName::escape).toList())
        .isEqualTo(SystemdEscape.call(List.of(), texts));
  }

  @Test
  void anyPathIsEscapedAsSystemdEscapeDoes() throws IOException, InterruptedException {
    List<String> paths =
        texts(6).stream()
            .map(text -> text.startsWith("/") ? text : "/" + text)
            .filter(path -> !List.of(path.split("/")).contains(".."))
            .toList();
    assertThat(paths.stream().map(UnitName::escapePath).toList())
        .isEqualTo(SystemdEscape.call(List.of("--path"), paths));
  }

  private static List<String> texts(int seed) {
    Random random = new Random(seed);
    return Stream.generate(() -> Words.word(random) + Words.word(random) + Words.word(random))
        .filter(SystemdEscape::canBeGiven)
        .limit(5000)
        .toList();
  }
}
