package org.upstart4j.systemd;

import org.upstart4j.jobfile.internal.text.ByteText;
import org.upstart4j.systemd.unit.UnitFile;

/** A file that a conversion makes. */
public sealed interface ConvertedFile permits ConvertedFile.Unit, ConvertedFile.Helper {

  /**
   * {@return its path in the output folder: {@code web.service}, {@code
   * web.service.d/50-upstart.conf}, {@code helpers/web.pre-start}}
   */
  String path();

  /** {@return its bytes} */
  byte[] bytes();

  /**
   * A unit or a drop-in.
   *
   * @param path its path in the output folder
   * @param file what it says
   */
  record Unit(String path, UnitFile file) implements ConvertedFile {

    @Override
    public byte[] bytes() {
      return file.toBytes();
    }
  }

  /**
   * A script that units run.
   *
   * @param path its path in the output folder, below {@code helpers}
   * @param text what it says; lone surrogates U+DC80 to U+DCFF stand for single bytes
   */
  record Helper(String path, String text) implements ConvertedFile {

    @Override
    public byte[] bytes() {
      return ByteText.encode(text);
    }
  }
}
