/** How one controller bears many hosts, and what becomes of those that fail. */
package org.upstart4j.it.fleet.scale;
