/**
 * What every transport does, as tests: a transport's test class implements the contracts that it
 * keeps, and says how its Upstart is reached.
 *
 * <pre>{@code
 * class DbusTest implements TransportContract, SignalContract, ConditionContract {
 *   public UpstartFixture open() {
 *     return new FolderFixture(folder, DbusUpstart.systemBus());
 *   }
 * }
 * }</pre>
 *
 * <p>The contracts want a machine with {@code /bin/sh}, {@code sleep}, {@code true}, {@code false}
 * and {@code test}, and nothing of the jobs that are there already. A test uses names of its own,
 * and what it leaves running is ended.
 */
@NullMarked
package org.upstart4j.testkit.contract;

import org.jspecify.annotations.NullMarked;
