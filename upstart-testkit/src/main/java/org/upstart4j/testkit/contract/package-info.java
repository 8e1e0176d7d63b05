/**
 * What every transport does, as tests: the test class of a transport implements the contracts that
 * the transport keeps, and says how to reach its Upstart.
 *
 * <pre>{@code
 * class DbusTest implements TransportContract, SignalContract, ConditionContract {
 *   public UpstartFixture open() {
 *     return new FolderFixture(folder, DbusUpstart.systemBus());
 *   }
 * }
 * }</pre>
 *
 * <p>The contracts need a machine with {@code /bin/sh}, {@code sleep}, {@code true}, {@code false}
 * and {@code test}, and leave jobs that are there already alone. A test uses names of its own, and
 * what it leaves running is ended.
 */
@NullMarked
package org.upstart4j.testkit.contract;

import org.jspecify.annotations.NullMarked;
