package org.upstart4j.dbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstart4j.Session;
import org.upstart4j.UpstartUnavailableException;

/** Where the Upstart of a user's session is. */
class UserSessionTest {

  private static final List<Session> TWO =
      List.of(new Session(7, "unix:abstract=/older"), new Session(8, "unix:abstract=/newer"));

  @Test
  void theVariableComesFirst() {
    assertThat(DbusUpstartBuilder.session("unix:abstract=/named", () -> TWO))
        .isEqualTo("unix:abstract=/named");
  }

  @Test
  void withoutItTheNewestSessionIsTaken() {
    assertThat(DbusUpstartBuilder.session(null, () -> TWO)).isEqualTo("unix:abstract=/newer");
    assertThat(DbusUpstartBuilder.session("", () -> TWO)).isEqualTo("unix:abstract=/newer");
  }

  @Test
  void withoutAnyNobodyCanBeReached() {
    assertThatThrownBy(() -> DbusUpstartBuilder.session(null, List::of))
        .isInstanceOf(UpstartUnavailableException.class)
        .hasMessageContaining("UPSTART_SESSION");
  }
}
