package org.upstart4j.testkit.contract;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.upstart4j.Capability;

/** The contract of each capability. */
final class CapabilityContracts {

  private static final Map<Capability, Class<? extends UpstartContract>> ALL =
      Map.of(
          Capability.SIGNALS, SignalContract.class,
          Capability.JOB_ENVIRONMENT, JobEnvironmentContract.class,
          Capability.FILE_DESCRIPTORS, FileDescriptorContract.class,
          Capability.STATE_DUMP, StateDumpContract.class,
          Capability.DESCRIPTION, DefinitionContract.class,
          Capability.EMITS, EmitsContract.class,
          Capability.CONDITIONS, ConditionContract.class,
          Capability.USAGE, UsageContract.class);

  private CapabilityContracts() {}

  /** Returns the capabilities whose contracts a test class keeps. */
  static Set<Capability> keptBy(Class<?> test) {
    Set<Capability> kept = new TreeSet<>();
    ALL.forEach(
        (capability, contract) -> {
          if (contract.isAssignableFrom(test)) {
            kept.add(capability);
          }
        });
    return kept;
  }

  /** Returns those of some capabilities that have a contract. */
  static Set<Capability> of(Set<Capability> capabilities) {
    Set<Capability> tested = new TreeSet<>(ALL.keySet());
    tested.retainAll(capabilities);
    return tested;
  }
}
