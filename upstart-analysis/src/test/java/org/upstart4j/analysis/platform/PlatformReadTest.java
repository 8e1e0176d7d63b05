package org.upstart4j.analysis.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.jobfile.version.UpstartVersion;

class PlatformReadTest {

  private static final String OURS =
      """
      {
        "name": "ours",
        "title": "Our image",
        "like": "Trusty",
        "events": {
          "disks-checked": {"times": "once", "by": "our initramfs", "source": "ours, init"},
          "vpn-up": {
            "variables": ["TUNNEL", "GATEWAY"], "more": true, "times": "per-interface",
            "instance": ["TUNNEL"], "by": "vpnd", "source": "vpnd"
          },
          "failsafe-boot": null
        },
        "jobs": {
          "vpnd": {"source": "vpnd, /etc/init/vpnd.conf", "instance": "TUNNEL",
                   "times": "per-interface", "exports": ["TUNNEL"]},
          "cron": null
        },
        "sysv": {"cron": "cron, /etc/init.d/cron", "apache2": null}
      }
      """;

  @Test
  void onesOwnPlatformTakesAnotherOneOverAndChangesIt() {
    Platform ours = Platform.read(OURS);
    Provided provided = ours.provides();

    assertThat(ours.name()).isEqualTo("ours");
    assertThat(ours.title()).isEqualTo("Our image");
    assertThat(ours.version()).isEqualTo(UpstartVersion.V1_12_1);
    assertThat(ours.shell()).isEqualTo(Shell.DASH);
    assertThat(provided.event("disks-checked").orElseThrow().times()).isEqualTo(Times.ONCE);
    assertThat(provided.event("vpn-up").orElseThrow())
        .isEqualTo(
            new ProvidedEvent(
                "vpn-up",
                List.of("TUNNEL", "GATEWAY"),
                true,
                Times.PER_INTERFACE,
                List.of("TUNNEL"),
                "vpnd",
                "vpnd"));
    assertThat(provided.event("filesystem")).isPresent();
    assertThat(provided.event("failsafe-boot")).isEmpty();
    assertThat(provided.job("vpnd").orElseThrow().exports()).containsExactly("TUNNEL");
    assertThat(provided.job("cron")).isEmpty();
    assertThat(provided.sysvScript("cron")).isPresent();
    assertThat(provided.sysvScript("apache2")).isEmpty();
  }

  @Test
  void whatIsTakenOverStaysAsItIs() {
    Provided before = Platform.UBUNTU_14_04.provides();

    Platform.read(OURS);

    assertThat(before.job("cron")).isPresent();
    assertThat(Platform.UBUNTU_14_04.provides()).isEqualTo(before);
  }

  @Test
  void twoOfTheSameTextAreEqual() {
    assertThat(Platform.read(OURS)).isEqualTo(Platform.read(OURS)).hasSameHashCodeAs("ours");
    assertThat(Platform.read(OURS)).isNotEqualTo(Platform.read(OURS.replace("vpnd\",", "v\",")));
  }

  @Test
  void aPlatformNeedsNoOther() {
    Platform bare =
        Platform.read("{\"name\": \"bare\", \"version\": \"1.13.2\", \"shell\": \"bash\"}");

    assertThat(bare.title()).isEqualTo("bare");
    assertThat(bare.provides().events()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          {`                                    | line 1, $.: no JSON: End of input
          {"name" "x"}                          | line 1, $.name: no JSON: Expected ':'
          {"name": "x", "name": "y"}            | line 1, $.name: the name comes twice
          []                                    | line 1, $: not an object
          {"name": 1}                           | line 1, $.name: not a text
          {"name": " "}                         | line 1, $.name: the text is empty
          {"naem": "x"}                         | line 1, $.naem: not known
          {"version": "9"}                      | line 1, $.version: "9" is not a version of Upstart
          {"shell": "zsh"}                      | line 1, $.shell: "zsh" is not dash or bash
          {"like": "ubuntu-14.4"}               | line 1, $.like: "ubuntu-14.4" is not a platform
          {"like": "_aliases"}                  | line 1, $.like: "_aliases" is not a platform
          {"events": {"e": null}}               | line 1, $.events.e: there is none to take away
          {"events": {"e": {"by": "x"}}}        | line 1, $.events.e: "source" is missing
          {"events": {"e": {"source": "x"}}}    | line 1, $.events.e: "by" is missing
          {"jobs": {"j": {}}}                   | line 1, $.jobs.j: "source" is missing
          {"jobs": {"j": {"task": "yes"}}}      | line 1, $.jobs.j.task: not true or false
          {"jobs": {"j": {"exports": "A"}}}     | line 1, $.jobs.j.exports: not a list of texts
          {"jobs": {"j": {"exports": [1]}}}     | line 1, $.jobs.j.exports[0]: not a text
          {"sysv": {"s": {}}}                   | line 1, $.sysv.s: not a text
          {"name": "x"}                         | line 1, $: "version" is missing
          {"version": "1.5", "shell": "dash"}   | line 1, $: "name" is missing
          """)
  void aBrokenFileIsRefusedWithThePlace(String text, String message) {
    assertThatThrownBy(() -> Platform.read(text.replace("`", "")))
        .isInstanceOf(PlatformSyntaxException.class)
        .hasMessage(message);
  }

  @Test
  void theLineIsThatOfTheValue() {
    String text = "{\n  \"name\": \"x\",\r\n  \"events\": {\n    \"e\": {\n      \"times\": 5\n}}}";

    PlatformSyntaxException wrong =
        catchThrowableOfType(PlatformSyntaxException.class, () -> Platform.read(text));

    assertThat(wrong.line()).isEqualTo(5);
    assertThat(wrong.path()).isEqualTo("$.events.e.times");
    assertThat(wrong.reason()).isEqualTo("not a text");
  }

  @Test
  void anInstanceAndTheTimesBelongTogether() {
    assertThatThrownBy(
            () ->
                Platform.read(
                    "{\"events\": {\"e\": {\"times\": \"per-mount\", \"by\": \"x\","
                        + " \"source\": \"x\"}}}"))
        .hasMessage(
            "line 1, $.events.e: \"instance\" and a \"times\" with \"per-\" belong together");
  }

  @Test
  void likeComesFirst() {
    assertThatThrownBy(() -> Platform.read("{\"shell\": \"dash\", \"like\": \"trusty\"}"))
        .hasMessageStartingWith("line 1, $.like: \"like\" comes before all but the names");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\u0000",
        "{\"name\": \"a\nb\"}",
        "{\"name\": \"a",
        "{\"name\": \"\\ud800\"} x",
        "{'name': 'x'}",
        "{\"name\": tru",
        "nul"
      })
  void whatIsNoJsonIsRefused(String text) {
    assertThatThrownBy(() -> Platform.read(text)).isInstanceOf(PlatformSyntaxException.class);
  }

  @Test
  void depthAndLengthDoNoHarm() {
    assertThatThrownBy(() -> Platform.read("[".repeat(1_000_000)))
        .isInstanceOf(PlatformSyntaxException.class);
    assertThatThrownBy(() -> Platform.read("{\"events\": ".repeat(1_000_000)))
        .isInstanceOf(PlatformSyntaxException.class);
    StringBuilder many = new StringBuilder("{\"name\": \"x\", \"like\": \"trusty\", \"jobs\": {");
    for (int i = 0; i < 50_000; i++) {
      many.append("\"j").append(i).append("\": {\"source\": \"x\"},\n");
    }
    many.append("\"last\": {\"source\": \"").append("y".repeat(1_000_000)).append("\"}}}");

    assertThat(Platform.read(many.toString()).provides().jobs()).hasSizeGreaterThan(50_000);
  }
}
