package io.butcherblock.fuzz;

import io.butcherblock.image.FuzzedMetadata;
import io.butcherblock.weights.ExportFormat;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** All targets, each with what makes one. */
enum Target {
  EXPRESSION(ExpressionTarget::new),
  TABLEAU(TableauTarget::new),
  RECURRENCE(RecurrenceTarget::new),
  FAMILY(FamilyTarget::new),
  TOLERANCE(ToleranceTarget::new),
  SAFETENSORS(() -> new WeightsTarget(() -> List.of(SmallNetwork.safetensors()))),
  TORCH(() -> new WeightsTarget(() -> List.of(SmallNetwork.exported(ExportFormat.TORCH)))),
  PICKLE(PickleTarget::new),
  METADATA(MetadataTarget::new),
  PNG(() -> new ImageTarget(".png")),
  JPEG(() -> new ImageTarget(".jpg")),
  TIFF(() -> new ImageTarget(".tif")),
  WEBP(() -> new ImageTarget(".webp")),
  BMP(() -> new ImageTarget(".bmp")),
  GIF(() -> new ImageTarget(".gif")),
  EXIF(() -> new JpegSegmentTarget(0xe1, "Exif\0\0", () -> new ImageTarget("orient6.tif").seeds())),
  PROFILE(
      () ->
          new JpegSegmentTarget(
              0xe2, "ICC_PROFILE\0\1\1", () -> List.of(profile(ColorSpace.CS_LINEAR_RGB)))),
  XMP(
      () ->
          new JpegSegmentTarget(
              0xe1,
              "http://ns.adobe.com/xap/1.0/\0",
              () -> List.of(FuzzedMetadata.xmp(described())))),
  IPTC(
      () ->
          new JpegSegmentTarget(
              0xed, "Photoshop 3.0\0", () -> List.of(resources(FuzzedMetadata.iptc(described()))))),
  JOURNAL(JournalTarget::new),
  RUN_LOG(RunLogTarget::new),
  RUN_JSON(RunJsonTarget::new),
  RUN_STATE(RunStateTarget::new),
  ABLATION(AblationTarget::new),
  NPY(NpyTarget::new);

  private static final Path FINDINGS = Path.of("src/test/resources/findings");

  /** Makes a target. */
  @FunctionalInterface
  private interface Maker {
    FuzzTarget make() throws IOException;
  }

  @SuppressWarnings("ImmutableEnumChecker") // None of them has a state.
  private final Maker maker;

  Target(Maker maker) {
    this.maker = maker;
  }

  FuzzTarget make() throws IOException {
    return maker.make();
  }

  /** The seeds of a target that was made, and the inputs that were faults of it once. */
  List<byte[]> inputs(FuzzTarget made) throws IOException {
    List<byte[]> inputs = new ArrayList<>(made.seeds());
    Path own = FINDINGS.resolve(toString());
    if (Files.isDirectory(own)) {
      try (Stream<Path> files = Files.list(own)) {
        for (Path file : files.sorted().toList()) {
          inputs.add(Files.readAllBytes(file));
        }
      }
    }
    return inputs;
  }

  /** A picture of which ExifTool says something. */
  private static Path described() {
    return ImageTarget.PICTURES.resolve("described.jpg");
  }

  /** Photoshop's resources of a thumbnail, without content, and of IPTC. */
  private static byte[] resources(byte[] records) {
    return ByteBuffer.allocate(24 + records.length + records.length % 2)
        .put("8BIM\4\14\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1))
        .put("8BIM\4\4\0\0".getBytes(StandardCharsets.ISO_8859_1))
        .putInt(records.length)
        .put(records)
        .array();
  }

  private static byte[] profile(int space) {
    return ICC_Profile.getInstance(space).getData();
  }

  /** The target that is called so, as {@code run-log}. */
  static Target named(String name) {
    return Arrays.stream(values())
        .filter(target -> target.toString().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No target " + name + ", but " + Arrays.toString(values())));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
