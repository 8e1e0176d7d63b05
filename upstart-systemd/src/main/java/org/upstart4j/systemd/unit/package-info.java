/**
 * The files of systemd: units and drop-ins, read, edited and written without losing a byte.
 *
 * <p>{@link org.upstart4j.systemd.unit.UnitFile} is the text of one; {@link
 * org.upstart4j.systemd.unit.UnitFileBuilder} makes and changes it. {@link
 * org.upstart4j.systemd.unit.UnitWords} and {@link org.upstart4j.systemd.unit.ExecCommand} write
 * its values, and {@link org.upstart4j.systemd.unit.UnitName} its name. All of them but the builder
 * are immutable.
 */
@NullMarked
package org.upstart4j.systemd.unit;

import org.jspecify.annotations.NullMarked;
