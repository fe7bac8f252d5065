package io.butcherblock.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageNamesTest {

  @ParameterizedTest
  @CsvSource({
    "HR/baby.png,  png,  baby,    true",
    "HR/baby.JPEG, jpeg, baby,    true",
    "a.jpg.png,    png,  a.jpg,   true",
    "HR/v1.2,      2,    v1.2,    false",
    "HR/png,       '',   png,     false",
    "HR/.png,      png,  .png,    false",
    "HR/.a.png,    png,  .a,      false",
    "HR/a.,        '',   a.,      false",
    "HR.png/a,     '',   a,       false",
  })
  void partsOfNames(Path file, String extension, String baseName, boolean isImage) {
    assertEquals(extension, ImageNames.extension(file));
    assertEquals(baseName, ImageNames.baseName(file));
    assertEquals(isImage, ImageNames.isImage(file));
  }
}
