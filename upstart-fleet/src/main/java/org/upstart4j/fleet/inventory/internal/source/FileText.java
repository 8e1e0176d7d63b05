package org.upstart4j.fleet.inventory.internal.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.upstart4j.fleet.inventory.internal.text.Fault;
import org.upstart4j.fleet.inventory.internal.text.Place;

/**
 * The text of a file.
 *
 * @param place the file
 * @param text its text; bytes that are no UTF-8 are U+FFFD in it
 * @param malformed whether there are such bytes
 */
public record FileText(Place place, String text, boolean malformed) {

  private static final int LARGEST = 16 << 20;

  /**
   * {@return the text of a file}
   *
   * @throws Fault if it can't be read, is too large, a program, or encrypted
   */
  public static FileText read(Path path) throws Fault {
    Place place = Place.of(path.toString());
    byte[] bytes = bytes(path, place);
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.startsWith("$ANSIBLE_VAULT;")) {
      throw new Fault(
          place,
          "the file is encrypted, and nothing here decrypts it; give it as ansible-vault view"
              + " writes it");
    }
    return new FileText(place, text, !isUtf8(bytes));
  }

  /**
   * {@return the text, if all of it is UTF-8}
   *
   * @throws Fault if it is not
   */
  public String wellFormed() throws Fault {
    if (malformed) {
      throw new Fault(place, "the file is not in UTF-8; convert it, for example with iconv");
    }
    return text;
  }

  private static byte[] bytes(Path path, Place place) throws Fault {
    try (InputStream input = Files.newInputStream(path)) {
      byte[] bytes = input.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new Fault(
            place, "the file has more than " + (LARGEST >> 20) + " MB, the most that is read");
      }
      return bytes;
    } catch (NoSuchFileException missing) {
      throw new Fault(place, "there is no such file");
    } catch (IOException failed) {
      throw new Fault(place, "the file can't be read: " + failed.getMessage());
    }
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException wrong) {
      return false;
    }
  }
}
