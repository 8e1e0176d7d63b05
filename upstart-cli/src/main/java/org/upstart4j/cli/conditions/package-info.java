/** What starts and stops jobs, as initctl tells it and checks it. */
@NullMarked
package org.upstart4j.cli.conditions;

import org.jspecify.annotations.NullMarked;
