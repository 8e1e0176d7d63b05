package org.upstart4j.it.site;

import org.upstart4j.testkit.contract.ConditionContract;
import org.upstart4j.testkit.contract.DefinitionContract;
import org.upstart4j.testkit.contract.EmitsContract;
import org.upstart4j.testkit.contract.SignalContract;
import org.upstart4j.testkit.contract.StateDumpContract;
import org.upstart4j.testkit.contract.SystemEnvironmentContract;
import org.upstart4j.testkit.contract.TransportContract;
import org.upstart4j.testkit.contract.UsageContract;

/** What holds for an Upstart as process 1 over D-Bus, whether or not open files get there. */
public interface DbusContracts
    extends TransportContract,
        SignalContract,
        SystemEnvironmentContract,
        DefinitionContract,
        ConditionContract,
        EmitsContract,
        UsageContract,
        StateDumpContract {}
