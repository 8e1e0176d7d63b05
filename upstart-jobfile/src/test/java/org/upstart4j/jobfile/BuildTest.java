package org.upstart4j.jobfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.Signal;
import org.upstart4j.event.EventMatch;
import org.upstart4j.jobfile.stanza.Console;
import org.upstart4j.jobfile.stanza.Expect;
import org.upstart4j.jobfile.stanza.LimitValue;
import org.upstart4j.jobfile.stanza.ListStanza;
import org.upstart4j.jobfile.stanza.Resource;
import org.upstart4j.jobfile.stanza.StanzaName;
import org.upstart4j.jobfile.stanza.TypedStanza;
import org.upstart4j.jobfile.version.UpstartVersion;

class BuildTest {

  private static String built(JobFileBuilder builder) {
    JobFile file = builder.build();
    assertThat(file.problems()).isEmpty();
    return file.toString();
  }

  private static JobFileBuilder job() {
    return JobFile.builder();
  }

  @Test
  void aDaemonComesOutAsThePythonPackageDocumentsIt() {
    assertThat(
            built(
                job()
                    .description("Job description")
                    .author("Iam Admin <admin@corp.com>")
                    .startOnRunlevel()
                    .stopOnRunlevel()
                    .run("/usr/bin/my_daemon")))
        .isEqualTo(
            """
            description "Job description"
            author "Iam Admin <admin@corp.com>"
            start on runlevel [2345]
            stop on runlevel [016]
            exec /usr/bin/my_daemon
            """);
  }

  @Test
  void aPythonScriptComesOutAsThePythonPackageDocumentsIt() {
    assertThat(
            built(
                job()
                    .description("Test description")
                    .author("Iam Admin <admin@corp.com>")
                    .startOnRunlevel()
                    .stopOnRunlevel()
                    .run(Script.python("\nimport time\nwhile 1:\n    time.sleep(1)\n"))))
        .isEqualTo(
            """
            description "Test description"
            author "Iam Admin <admin@corp.com>"
            start on runlevel [2345]
            stop on runlevel [016]
            script
            python - <<END
            import time
            while 1:
                time.sleep(1)
            END
            end script
            """);
  }

  @Test
  void conditionsComeOutInAllTheirForms() {
    Map<String, Object> variables = new LinkedHashMap<>();
    variables.put("aa", 1);
    variables.put("bb", 2);
    EventMatch abc = EventMatch.of("abc").with("aa", 1).with("bb", 2);
    EventMatch def = EventMatch.of("def").with("cc", 3).with("dd", 4);
    assertThat(built(job().startOn("abc"))).isEqualTo("start on abc\n");
    assertThat(built(job().startOn("abc", variables))).isEqualTo("start on abc aa=1 bb=2\n");
    assertThat(built(job().startOn(EventMatch.of("abc").and(EventMatch.of("def")))))
        .isEqualTo("start on abc and def\n");
    assertThat(built(job().startOn(abc.and(def))))
        .isEqualTo("start on abc aa=1 bb=2 and def cc=3 dd=4\n");
    assertThat(built(job().stopOn("abc aa=1 bb=2 and def cc=3 dd=4")))
        .isEqualTo("stop on abc aa=1 bb=2 and def cc=3 dd=4\n");
    assertThat(built(job().startOn(abc.or(def).and(EventMatch.of("x").or(EventMatch.of("y"))))))
        .isEqualTo("start on (abc aa=1 bb=2 or def cc=3 dd=4) and (x or y)\n");
  }

  @Test
  void anEventNamedLikeAnOperatorIsQuoted() {
    EventMatch odd = EventMatch.of("and", "(", "a b", "X=c d");
    assertThat(built(job().startOn(odd))).isEqualTo("start on \"and\" \"(\" \"a b\" X=\"c d\"\n");
    assertThat(JobDefinition.of("job", job().startOn(odd).build()).startOn()).contains(odd);
  }

  @Test
  void runlevelsComeInAllTheirForms() {
    assertThat(built(job().startOnRunlevel("!06"))).isEqualTo("start on runlevel [!06]\n");
    assertThat(built(job().startOnRunlevel(2, 3))).isEqualTo("start on runlevel [23]\n");
    assertThat(built(job().stopOnRunlevel("!2345"))).isEqualTo("stop on runlevel [!2345]\n");
    assertThat(built(job().stopOnRunlevel("[!2345]"))).isEqualTo("stop on runlevel [!2345]\n");
    assertThatIllegalArgumentException().isThrownBy(() -> job().startOnRunlevel("2]\nexec evil"));
    for (String wrong : List.of("abc", "7", "s", "!", "", "2-5", "[2", "2,3", "$RUNLEVEL")) {
      assertThatIllegalArgumentException().isThrownBy(() -> job().startOnRunlevel(wrong));
      assertThatIllegalArgumentException().isThrownBy(() -> job().stopOnRunlevel(wrong));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> job().startOnRunlevel(7));
    assertThatIllegalArgumentException().isThrownBy(() -> job().startOnRunlevel(23));
    assertThatIllegalArgumentException().isThrownBy(() -> job().startOnRunlevel(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> job().startOnRunlevel(new int[0]));
    assertThatIllegalArgumentException().isThrownBy(() -> job().startOnRunlevel(-1));
  }

  @Test
  void theOrderOfOtherJobsIsSaidByTheirEvents() {
    assertThat(built(job().startOnBeforeStarted("db"))).isEqualTo("start on starting db\n");
    assertThat(built(job().startOnAfterStarted("db"))).isEqualTo("start on started db\n");
    assertThat(built(job().stopOnBeforeStopped("db"))).isEqualTo("stop on stopping db\n");
    assertThat(built(job().stopOnAfterStopped("db"))).isEqualTo("stop on stopped db\n");
  }

  @Test
  void everySettingHasAMethod() {
    assertThat(
            built(
                job()
                    .version("1.2")
                    .usage("DEV=tty1")
                    .emits("ready", "gone-*")
                    .expect()
                    .expect(Expect.FORK)
                    .respawn()
                    .respawnLimit(3, Duration.ofSeconds(20))
                    .killTimeout(Duration.ofMinutes(1))
                    .normalExit(0, 143)
                    .normalExit(Signal.TERM)
                    .console(Console.OUTPUT)
                    .env("A", "1")
                    .env("HOME")
                    .env(Map.of("B", "x y"))
                    .export("A")
                    .nice(-5)
                    .limit(Resource.NOFILE, 1024, 4096)
                    .limit(Resource.CORE, LimitValue.of(0), LimitValue.UNLIMITED)
                    .chdir("/srv/my web")
                    .chroot("/jail")
                    .apparmorLoad("/etc/apparmor.d/web")
                    .apparmorSwitch("web")
                    .instance("$DEV")
                    .killSignal(Signal.INT)
                    .reloadSignal(Signal.of("SIGUSR1"))
                    .manual()
                    .oomScore(500)
                    .setgid("www")
                    .setuid("www")
                    .task()
                    .umask(027)
                    .cgroup("cpu")
                    .cgroup("memory", "limit_in_bytes", "1000")
                    .cgroup("memory", "web", "limit_in_bytes", "1000")
                    .debug()
                    .comment("one\n\ntwo")
                    .blankLine()
                    .raw("pre-start exec /bin/mkdir -p /run/web   # first")))
        .isEqualTo(
            """
            version "1.2"
            usage "DEV=tty1"
            emits ready gone-*
            expect fork
            respawn
            respawn limit 3 20
            kill timeout 60
            normal exit 0 143
            normal exit TERM
            console output
            env A=1
            env HOME
            env B="x y"
            export A
            nice -5
            limit nofile 1024 4096
            limit core 0 unlimited
            chdir "/srv/my web"
            chroot /jail
            apparmor load /etc/apparmor.d/web
            apparmor switch web
            instance $DEV
            kill signal INT
            reload signal USR1
            manual
            oom score 500
            setgid www
            setuid www
            task
            umask 027
            cgroup cpu
            cgroup memory limit_in_bytes 1000
            cgroup memory web limit_in_bytes 1000
            debug
            # one
            #
            # two

            pre-start exec /bin/mkdir -p /run/web   # first
            """);
  }

  @Test
  void aSingleStanzaThatIsSetAgainKeepsItsPlace() {
    assertThat(built(job().exec("/bin/a").description("x").exec("/bin/b").respawnUnlimited()))
        .isEqualTo("exec /bin/b\ndescription \"x\"\nrespawn limit unlimited\n");
  }

  @Test
  void aScriptTakesThePlaceOfACommandOfTheSameProcess() {
    assertThat(built(job().exec("/bin/a").preStart("b").script("c\nd").task()))
        .isEqualTo("script\nc\nd\nend script\npre-start exec b\ntask\n");
  }

  @Test
  void aManualJobStaysManualWhateverIsSaidLater() {
    JobFile file = job().manual().startOn("x").build();
    assertThat(file).hasToString("start on x\nmanual\n");
    assertThat(JobDefinition.of("job", file).startOn()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a # b",
        "a \\\"b",
        "it's",
        "a\\",
        "",
        "  ",
        "a\nexec b",
        "a\0b",
        "a \"b",
        "a \\#"
      })
  void aCommandThatUpstartWouldReadOtherwiseIsRefused(String command) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> job().exec(command))
        .withMessageContaining("Upstart has no way to write this");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\nb", "a\0b", "\ud800"})
  void aTextThatUpstartCannotHoldIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> job().description(text));
    assertThatIllegalArgumentException().isThrownBy(() -> job().setuid(text));
    assertThatIllegalArgumentException().isThrownBy(() -> job().emits(text));
    assertThatIllegalArgumentException().isThrownBy(() -> job().startOnAfterStarted(text));
  }

  @Test
  void whatIsNotOneStanzaIsRefused() {
    for (String text :
        new String[] {"", "a b", "task\ntask", "# x", "exec", "exec a \\", "manual task"}) {
      assertThatIllegalArgumentException().isThrownBy(() -> job().raw(text));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> job().startOn("a and"));
    assertThatIllegalArgumentException().isThrownBy(() -> job().startOn("a\nexec /bin/evil"));
    assertThatIllegalArgumentException().isThrownBy(() -> job().env("A=B", "c"));
    assertThatIllegalArgumentException().isThrownBy(() -> job().comment("\0"));
    assertThatIllegalArgumentException().isThrownBy(() -> job().killTimeout(Duration.ofMillis(1)));
  }

  @Test
  void stanzasOfChromeOsNeedItsDialect() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> job().raw("import A"))
        .withMessageContaining("\"import\" is of ChromeOS only");
    assertThat(job().forVersion(UpstartVersion.CHROMEOS_1_13).raw("import A").build())
        .hasToString("import A\n");
  }

  @Test
  void whateverIsSetIsReadBackAsItWasSetAndInThatOrder() {
    Random random = new Random(7);
    TypedStanzas stanzas = new TypedStanzas(random);
    for (int i = 0; i < 5_000; i++) {
      JobFileBuilder builder = job();
      Map<String, TypedStanza> expected = new LinkedHashMap<>();
      for (int j = 0; j < 12; j++) {
        TypedStanza stanza = stanzas.any();
        if (stanza.name() != StanzaName.MANUAL) {
          builder.set(stanza);
          expected.put(stanza.slot(), stanza);
        }
      }
      JobFile file = builder.build();
      assertThat(file.problems()).isEmpty();
      assertThat(file.stanzas().flatMap(stanza -> stanza.typed().stream()))
          .containsExactlyElementsOf(expected.values());
    }
  }

  @Test
  void stanzasThatAddUpAreAddedByTheirMethodsAndReplacedBySet() {
    JobFileBuilder builder = job().emits("a").emits("b").normalExit(1).normalExit(2);
    assertThat(built(builder)).isEqualTo("emits a\nemits b\nnormal exit 1\nnormal exit 2\n");
    builder.set(new ListStanza(StanzaName.EMITS, List.of("c"))).set("normal exit 3");
    assertThat(built(builder)).isEqualTo("emits c\nnormal exit 3\n");
  }

  @Test
  void aVariableMayBeANumberOrAnythingElse() {
    assertThat(built(job().env("P", 80).env("Q", true).env("R", "x y")))
        .isEqualTo("env P=80\nenv Q=true\nenv R=\"x y\"\n");
  }
}
