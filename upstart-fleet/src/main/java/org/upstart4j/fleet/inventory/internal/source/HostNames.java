package org.upstart4j.fleet.inventory.internal.source;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.upstart4j.fleet.inventory.internal.text.Fault;
import org.upstart4j.fleet.inventory.internal.text.HostAddress;
import org.upstart4j.fleet.inventory.internal.text.HostRange;
import org.upstart4j.fleet.inventory.internal.text.Numbers;
import org.upstart4j.fleet.inventory.internal.text.Place;

/**
 * The hosts that a word of an inventory stands for, and their port.
 *
 * @param names the hosts
 * @param port the port, or null
 */
record HostNames(List<String> names, @Nullable Number port) {

  /**
   * {@return the hosts of a word}
   *
   * @throws Fault if its range is wrong, or too large
   */
  static HostNames of(String word, Place place) throws Fault {
    if (word.length() > HostAddress.LONGEST) {
      throw new Fault(
          place, "a name of a host has more than " + HostAddress.LONGEST + " characters");
    }
    Optional<HostAddress> address = HostAddress.of(word);
    String pattern = address.map(HostAddress::host).orElse(word);
    return new HostNames(HostRange.expand(pattern, place), port(address));
  }

  /** {@return the one host of a word, whatever it is} */
  static HostNames single(String word) {
    Optional<HostAddress> address = HostAddress.of(word).filter(one -> one.host().indexOf('[') < 0);
    return new HostNames(List.of(address.map(HostAddress::host).orElse(word)), port(address));
  }

  private static @Nullable Number port(Optional<HostAddress> address) {
    return address.flatMap(HostAddress::port).map(digits -> Numbers.of(digits, 10)).orElse(null);
  }
}
