package org.upstart4j.jobfile.stanza;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.upstart4j.ProcessType;
import org.upstart4j.jobfile.version.UpstartVersion;

/** Names that a job file spells out are found as they are printed, and not otherwise. */
class NamesTest {

  @ParameterizedTest
  @EnumSource
  void aStanzaIsFoundByItsName(StanzaName name) {
    assertThat(StanzaName.find(name.text())).contains(name);
    assertThat(name).hasToString(name.text());
    assertThat(StanzaName.find(name.name())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aResourceIsFoundByItsName(Resource resource) {
    assertThat(Resource.find(resource.text())).contains(resource);
    assertThat(resource).hasToString(resource.text());
    assertThat(Resource.find(resource.name())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aConsoleIsFoundByItsName(Console console) {
    assertThat(Console.find(console.text())).contains(console);
    assertThat(Console.find(console.name())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void anExpectationIsFoundByItsName(Expect expect) {
    assertThat(Expect.find(expect.text())).contains(expect);
    assertThat(Expect.find(expect.name())).isEmpty();
  }

  @Test
  void stanzasOfProcessesKnowTheirProcess() {
    assertThat(StanzaName.EXEC.process()).contains(ProcessType.MAIN);
    assertThat(StanzaName.SCRIPT.process()).contains(ProcessType.MAIN);
    assertThat(StanzaName.PRE_START.process()).contains(ProcessType.PRE_START);
    assertThat(StanzaName.POST_START.process()).contains(ProcessType.POST_START);
    assertThat(StanzaName.PRE_STOP.process()).contains(ProcessType.PRE_STOP);
    assertThat(StanzaName.POST_STOP.process()).contains(ProcessType.POST_STOP);
    assertThat(StanzaName.ENV.process()).isEqualTo(Optional.empty());
  }

  @Test
  void actionsOfAppArmorAreNamed() {
    assertThat(AppArmorStanza.Action.LOAD).hasToString("load");
    assertThat(AppArmorStanza.Action.SWITCH).hasToString("switch");
  }

  @Test
  void aDialectKnowsItsOwnStanzas() {
    assertThat(StanzaName.IMPORT.isKnownTo(UpstartVersion.NEWEST)).isFalse();
    assertThat(StanzaName.IMPORT.isKnownTo(UpstartVersion.CHROMEOS_1_13)).isTrue();
    assertThat(StanzaName.EXEC.isKnownTo(UpstartVersion.NEWEST)).isTrue();
    assertThat(StanzaName.EXEC.isKnownTo(UpstartVersion.CHROMEOS_1_13)).isTrue();
  }
}
