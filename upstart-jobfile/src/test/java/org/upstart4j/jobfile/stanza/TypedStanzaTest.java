package org.upstart4j.jobfile.stanza;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.upstart4j.ExitStatus;
import org.upstart4j.ProcessType;
import org.upstart4j.Signal;
import org.upstart4j.event.EventMatch;

class TypedStanzaTest {

  private static Arguments stanza(TypedStanza stanza, String name, String slot) {
    return Arguments.of(stanza, name, slot);
  }

  static Stream<Arguments> stanzas() {
    EventMatch event = EventMatch.of("a");
    return Stream.of(
        stanza(new TextStanza(StanzaName.AUTHOR, "x"), "author", "author"),
        stanza(new EnvStanza("A=1"), "env", "env A"),
        stanza(new ListStanza(StanzaName.EMITS, List.of("a")), "emits", "emits"),
        stanza(new EventsStanza(StanzaName.START, event), "start", "start on"),
        stanza(new EventsStanza(StanzaName.STOP, event), "stop", "stop on"),
        stanza(new ExecStanza(ProcessType.MAIN, "x"), "exec", "main process"),
        stanza(new ScriptStanza(ProcessType.MAIN, "x"), "script", "main process"),
        stanza(new ExecStanza(ProcessType.PRE_START, "x"), "pre-start", "pre-start process"),
        stanza(new ScriptStanza(ProcessType.POST_START, "x"), "post-start", "post-start process"),
        stanza(new ScriptStanza(ProcessType.PRE_STOP, "x"), "pre-stop", "pre-stop process"),
        stanza(new ExecStanza(ProcessType.POST_STOP, "x"), "post-stop", "post-stop process"),
        stanza(new ExpectStanza(Expect.FORK), "expect", "expect"),
        stanza(new ConsoleStanza(Console.LOG), "console", "console"),
        stanza(new FlagStanza(StanzaName.TASK), "task", "task"),
        stanza(new FlagStanza(StanzaName.RESPAWN), "respawn", "respawn"),
        stanza(RespawnLimitStanza.UNLIMITED, "respawn", "respawn limit"),
        stanza(new KillTimeoutStanza(Duration.ofSeconds(5)), "kill", "kill timeout"),
        stanza(new SignalStanza(StanzaName.KILL, Signal.INT), "kill", "kill signal"),
        stanza(new SignalStanza(StanzaName.RELOAD, Signal.INT), "reload", "reload signal"),
        stanza(new NormalExitStanza(List.of(ExitStatus.of(1))), "normal", "normal exit"),
        stanza(new UmaskStanza(022), "umask", "umask"),
        stanza(new NiceStanza(1), "nice", "nice"),
        stanza(OomStanza.NEVER, "oom", "oom"),
        stanza(limit(), "limit", "limit nofile"),
        stanza(new AppArmorStanza(AppArmorStanza.Action.LOAD, "x"), "apparmor", "apparmor load"),
        stanza(cgroup(Optional.empty()), "cgroup", "cgroup memory $UPSTART_CGROUP"),
        stanza(
            cgroup(Optional.of(new CgroupStanza.Setting("k", "v"))),
            "cgroup",
            "cgroup memory $UPSTART_CGROUP k"));
  }

  private static LimitStanza limit() {
    return new LimitStanza(Resource.NOFILE, LimitValue.of(1), LimitValue.UNLIMITED);
  }

  private static CgroupStanza cgroup(Optional<CgroupStanza.Setting> setting) {
    return new CgroupStanza("memory", Optional.empty(), setting);
  }

  @ParameterizedTest
  @MethodSource("stanzas")
  void aStanzaHasANameAndASlotInWhichTheLastOneCounts(
      TypedStanza stanza, String name, String slot) {
    assertThat(stanza.name()).hasToString(name);
    assertThat(stanza.slot()).isEqualTo(slot);
  }

  @Test
  void everyKindOfStanzaIsAmongTheseTests() {
    Set<Object> kinds =
        stanzas().map(arguments -> arguments.get()[0].getClass()).collect(Collectors.toSet());

    assertThat(kinds).isEqualTo(Set.of(TypedStanza.class.getPermittedSubclasses()));
  }

  static Stream<ThrowingCallable> impossible() {
    return Stream.of(
        () -> new TextStanza(StanzaName.ENV, "x"),
        () -> new ListStanza(StanzaName.ENV, List.of("x")),
        () -> new FlagStanza(StanzaName.EXEC),
        () -> new EventsStanza(StanzaName.EMITS, EventMatch.of("a")),
        () -> new SignalStanza(StanzaName.NORMAL, Signal.INT),
        () -> new ExecStanza(ProcessType.SECURITY, "x").name(),
        () -> new ScriptStanza(ProcessType.SECURITY, "x").name(),
        () -> new UmaskStanza(01000),
        () -> new UmaskStanza(-1),
        () -> new NiceStanza(20),
        () -> new NiceStanza(-21),
        () -> new OomStanza(1001),
        () -> new OomStanza(-1001),
        () -> new KillTimeoutStanza(Duration.ofSeconds(-1)),
        () -> new KillTimeoutStanza(Duration.ofMillis(1500)),
        () -> new RespawnLimitStanza(-1, Duration.ZERO),
        () -> new RespawnLimitStanza(1, Duration.ofMillis(1)));
  }

  @ParameterizedTest
  @MethodSource("impossible")
  void aStanzaThatUpstartWouldNotTakeCannotBeMade(ThrowingCallable stanza) {
    assertThatIllegalArgumentException().isThrownBy(stanza);
  }

  @Test
  void listsAreCopied() {
    List<String> words = new ArrayList<>(List.of("a"));

    ListStanza list = new ListStanza(StanzaName.EXPORT, words);
    words.add("b");

    assertThat(list.words()).containsExactly("a");
  }
}
