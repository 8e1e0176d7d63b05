package org.upstart4j.testkit.contract;

/**
 * What every transport can do. What only some can do has contracts of its own, one for each
 * capability.
 */
public interface TransportContract
    extends RequestContract,
        CapabilityContract,
        JobControlContract,
        VariableContract,
        ConfigurationContract,
        EventContract,
        FailureContract,
        MatchContract,
        InstanceContract,
        ErrorContract,
        WaitContract,
        StageContract,
        EnsureContract,
        ConcurrencyContract,
        ClosingContract {}
