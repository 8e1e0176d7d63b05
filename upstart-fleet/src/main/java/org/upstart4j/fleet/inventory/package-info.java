/** Which hosts there are: inventories of Ansible, OpenSSH's configuration, and lists. */
@NullMarked
package org.upstart4j.fleet.inventory;

import org.jspecify.annotations.NullMarked;
