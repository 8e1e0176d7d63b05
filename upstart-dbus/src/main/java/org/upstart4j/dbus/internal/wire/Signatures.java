package org.upstart4j.dbus.internal.wire;

/** The types of values, as D-Bus writes them. */
final class Signatures {

  private Signatures() {}

  /** Returns the index after the complete type that begins at an index of a signature. */
  static int end(String signature, int at) {
    return switch (signature.charAt(at)) {
      case 'a' -> end(signature, at + 1);
      case '(', '{' -> {
        int inner = at + 1;
        while (!closes(signature, inner)) {
          inner = end(signature, inner);
        }
        yield inner + 1;
      }
      default -> at + 1;
    };
  }

  /** Returns whether a structure ends at an index of a signature. */
  static boolean closes(String signature, int at) {
    return signature.charAt(at) == ')' || signature.charAt(at) == '}';
  }

  /** Returns the alignment of a type: where its values begin is a multiple of it. */
  static int alignment(char type) {
    return switch (type) {
      case 'n', 'q' -> 2;
      case 'b', 'i', 'u', 'h', 's', 'o', 'a' -> 4;
      case 'x', 't', 'd', '(', '{' -> 8;
      default -> 1;
    };
  }
}
