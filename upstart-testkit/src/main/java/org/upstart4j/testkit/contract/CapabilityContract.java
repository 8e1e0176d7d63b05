package org.upstart4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.FileDescriptor;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.upstart4j.Capability;
import org.upstart4j.UnsupportedCapabilityException;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartListener;
import org.upstart4j.Wait;

/** A transport keeps the contracts of its capabilities, and refuses the rest by name. */
public interface CapabilityContract extends UpstartContract {

  @Test
  default void theContractsOfAllItsCapabilitiesAreKeptAndNoOthers(Trial trial) {
    assertThat(CapabilityContracts.keptBy(getClass()))
        .isEqualTo(CapabilityContracts.of(trial.upstart().capabilities()));
  }

  @Test
  default void aCallForWhichACapabilityIsMissingIsRefused(Trial trial) {
    Upstart upstart = trial.upstart();
    Map<Capability, Runnable> calls = new EnumMap<>(Capability.class);
    calls.put(Capability.SIGNALS, () -> upstart.subscribe(new UpstartListener() {}));
    calls.put(Capability.JOB_ENVIRONMENT, () -> upstart.environment().list());
    calls.put(
        Capability.FILE_DESCRIPTORS,
        () -> upstart.emit(trial.event(), FileDescriptor.in, Wait.FOREVER));
    calls.put(Capability.STATE_DUMP, upstart::stateDump);
    calls.put(Capability.RE_EXEC, upstart::reExec);
    calls.put(Capability.END_SESSION, upstart::endSession);
    calls.put(Capability.NOTIFY_DISK_WRITEABLE, upstart::notifyDiskWriteable);
    calls.put(Capability.NOTIFY_DBUS_ADDRESS, () -> upstart.notifyDbusAddress("unix:path=/no"));
    calls.put(
        Capability.NOTIFY_CGROUP_MANAGER,
        () -> upstart.notifyCgroupManagerAddress("unix:path=/no"));
    calls.keySet().removeAll(upstart.capabilities());

    calls.forEach(CapabilityContract::assertRefused);
  }

  private static void assertRefused(Capability capability, Runnable call) {
    assertThatExceptionOfType(UnsupportedCapabilityException.class)
        .as("%s", capability)
        .isThrownBy(call::run)
        .matches(failure -> failure.capability() == capability);
  }
}
