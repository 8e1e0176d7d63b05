package org.upstart4j.it.site;

import org.upstart4j.testkit.contract.ConditionContract;
import org.upstart4j.testkit.contract.EmitsContract;
import org.upstart4j.testkit.contract.SystemEnvironmentContract;
import org.upstart4j.testkit.contract.TransportContract;
import org.upstart4j.testkit.contract.UsageContract;

/** What holds for an Upstart as process 1 through a real initctl. */
public interface InitctlContracts
    extends TransportContract,
        SystemEnvironmentContract,
        ConditionContract,
        EmitsContract,
        UsageContract {}
