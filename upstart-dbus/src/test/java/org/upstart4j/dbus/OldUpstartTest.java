package org.upstart4j.dbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileDescriptor;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.upstart4j.Capability;
import org.upstart4j.Environment;
import org.upstart4j.Event;
import org.upstart4j.Instance;
import org.upstart4j.Job;
import org.upstart4j.UnexpectedErrorException;
import org.upstart4j.UnsupportedCapabilityException;
import org.upstart4j.Wait;
import org.upstart4j.dbus.internal.wire.RawPeer;
import org.upstart4j.event.EventMatch;

/** Upstarts that know less than the newest. */
@Timeout(300)
class OldUpstartTest {

  private final String address = Served.address();
  private final DbusUpstart client = Served.client(address);
  private RawPeer peer;

  private void serve(OldUpstart old) throws Exception {
    peer = new RawPeer(address).thenAnswerAll(old);
  }

  @AfterEach
  void close() throws Exception {
    client.close();
    peer.close();
  }

  static Stream<OldUpstart> all() {
    return Stream.of(OldUpstart.of065(), OldUpstart.of15(), OldUpstart.of112());
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatAllVersionsHaveWorks(OldUpstart old) throws Exception {
    serve(old);
    Job web = client.job("web");

    assertThat(web.description()).contains("the description");
    assertThat(web.start(Environment.EMPTY, Wait.NO_WAIT).status())
        .hasToString("web start/half-way, process 42");
    assertThat(client.statuses()).hasToString("[web start/half-way, process 42]");
    web.stop(Environment.EMPTY);
    client.emit(Event.of("x"));
    client.reloadConfiguration();
    assertThat(client.messages()).isEmpty();
    assertThat(client.logPriority()).hasToString("message");
  }

  @Test
  void thatOfRedHat6TellsWhatJobsAreAndNoMore() throws Exception {
    serve(OldUpstart.of065());
    Job web = client.job("web");

    assertThat(client.version().numbers()).containsExactly(0, 6, 5);
    assertThat(client.capabilities()).containsExactly(Capability.DESCRIPTION);
    assertLacking(Capability.SIGNALS, () -> client.subscribe(new Heard()));
    assertLacking(Capability.EMITS, web::emits);
    assertLacking(Capability.CONDITIONS, web::startOn);
    assertLacking(Capability.CONDITIONS, web::stopOn);
    assertLacking(Capability.USAGE, web::usage);
    assertLacking(Capability.STATE_DUMP, client::stateDump);
    assertLacking(Capability.RE_EXEC, client::reExec);
    assertLacking(Capability.END_SESSION, client::endSession);
    assertLacking(Capability.NOTIFY_DISK_WRITEABLE, client::notifyDiskWriteable);
    assertLacking(Capability.NOTIFY_DBUS_ADDRESS, () -> client.notifyDbusAddress("x"));
    assertLacking(Capability.NOTIFY_CGROUP_MANAGER, () -> client.notifyCgroupManagerAddress("x"));
    assertLacking(Capability.JOB_ENVIRONMENT, () -> client.environment().list());
    assertLacking(Capability.JOB_ENVIRONMENT, () -> client.environment().unset(List.of("A")));
    assertLacking(
        Capability.JOB_ENVIRONMENT, () -> client.environment().set(Environment.of("A", "b")));
    assertLacking(
        Capability.FILE_DESCRIPTORS,
        () -> client.emit(Event.of("x"), FileDescriptor.in, Wait.NO_WAIT));
  }

  @Test
  void thatOfUbuntu12TellsConditionsAndUsage() throws Exception {
    serve(OldUpstart.of15());
    Job web = client.job("web");

    assertThat(client.capabilities())
        .containsExactlyInAnyOrder(
            Capability.DESCRIPTION,
            Capability.SIGNALS,
            Capability.EMITS,
            Capability.CONDITIONS,
            Capability.USAGE,
            Capability.NOTIFY_DISK_WRITEABLE);
    assertThat(web.startOn()).contains(EventMatch.of("runlevel", "2"));
    assertThat(web.emits()).containsExactly("served");
    assertThat(web.usage()).contains("the usage");
    client.notifyDiskWriteable();
    client.subscribe(new Heard()).close();
    assertLacking(Capability.STATE_DUMP, client::stateDump);
    assertLacking(Capability.JOB_ENVIRONMENT, () -> client.environment().list());
  }

  @Test
  void thatOfUbuntu14LacksOnlyTheCgroupManager() throws Exception {
    serve(OldUpstart.of112());

    assertThat(client.capabilities())
        .contains(Capability.STATE_DUMP, Capability.RE_EXEC, Capability.FILE_DESCRIPTORS)
        .doesNotContain(Capability.NOTIFY_CGROUP_MANAGER)
        .hasSize(Capability.values().length - 1);
    assertLacking(Capability.NOTIFY_CGROUP_MANAGER, () -> client.notifyCgroupManagerAddress("x"));
    client.environment().set(Environment.of("A", "b").with("C", "d"));
    client.environment().unset(List.of("A", "C"));
    client.job("web").instance("").reload();
  }

  @Test
  void anUpstartThatCannotReloadSaysThatItIsNotTheInstanceThatIsUnknown() throws Exception {
    serve(OldUpstart.of15());
    Instance web = client.job("web").instance("");

    assertThatThrownBy(web::reload)
        .isInstanceOf(UnexpectedErrorException.class)
        .hasMessageContaining("Method \"Reload\"");
  }

  private static void assertLacking(Capability capability, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            UnsupportedCapabilityException.class,
            lacking -> assertThat(lacking.capability()).isEqualTo(capability))
        .hasMessageContaining(capability.toString())
        .hasMessageContaining("this Upstart");
  }
}
