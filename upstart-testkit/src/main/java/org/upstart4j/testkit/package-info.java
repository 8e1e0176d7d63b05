/**
 * Tests of job files with JUnit: {@link org.upstart4j.testkit.UpstartExtension} gives each test an
 * Upstart, {@link org.upstart4j.testkit.UpstartAssertions} says what jobs do.
 */
@NullMarked
package org.upstart4j.testkit;

import org.jspecify.annotations.NullMarked;
