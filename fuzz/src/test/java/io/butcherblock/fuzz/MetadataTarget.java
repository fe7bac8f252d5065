package io.butcherblock.fuzz;

import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.weights.Weights;
import io.butcherblock.weights.WeightsInfo;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.pytorch.Device;

/** The metadata of a sound file of weights: which network it is opened as, and how large. */
final class MetadataTarget implements FuzzTarget {

  private static final String KEY = "\"__metadata__\":";
  private static final int LENGTH = Long.BYTES;

  private final InputFile file = new InputFile("weights.safetensors");
  private final Catalogue catalogue = Catalogue.onClassPath();

  /** The length of the header without the metadata. */
  private final long header;

  private final byte[] before;
  private final byte[] metadata;
  private final byte[] behind;

  MetadataTarget() throws IOException {
    byte[] sound = SmallNetwork.safetensors();
    String text = new String(sound, StandardCharsets.ISO_8859_1);
    int from = text.indexOf(KEY) + KEY.length();
    int to = text.indexOf('}', from) + 1;
    before = text.substring(LENGTH, from).getBytes(StandardCharsets.ISO_8859_1);
    metadata = text.substring(from, to).getBytes(StandardCharsets.ISO_8859_1);
    behind = text.substring(to).getBytes(StandardCharsets.ISO_8859_1);
    header = ByteBuffer.wrap(sound).order(ByteOrder.LITTLE_ENDIAN).getLong(0) - metadata.length;
  }

  @Override
  public void run(byte[] input) throws IOException {
    ByteBuffer all =
        ByteBuffer.allocate(LENGTH + before.length + input.length + behind.length)
            .order(ByteOrder.LITTLE_ENDIAN);
    all.putLong(header + input.length).put(before).put(input).put(behind);
    file.giveTo(this::open, all.array());
  }

  private void open(Path weights) {
    WeightsInfo info = WeightsInfo.read(weights);
    NetworkSpec spec = info.spec(catalogue);
    int scale = info.scale().orElse(SmallNetwork.SCALE);
    if (scale < 2 || scale > 4) {
      return;
    }
    try (Device cpu = new Device("cpu");
        SuperResolutionNetwork opened = Weights.open(weights, spec, scale, cpu)) {
      if (opened.scale() != scale) {
        throw new AssertionError("Opened with another scale.");
      }
    }
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(
        metadata,
        Texts.of("{\"network\":\"edsr\",\"scale\":\"3\",\"blocks\":\"1\",\"channels\":\"2\"}"),
        Texts.of("{\"network\":\"oisr-lf-s\",\"scale\":\"2\",\"blocks\":\"1000000\"}"));
  }
}
