package io.butcherblock.options;

import io.butcherblock.export.Producer;
import io.butcherblock.files.RegularFile;
import io.butcherblock.image.ImageOrigin;
import io.butcherblock.metrics.Protocol;
import io.butcherblock.results.CurvesCsv;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a command writes, and the text by which an earlier file of the kind is known: near its
 * beginning or its end, and in nothing that others write.
 */
public enum OutputKind {
  /** An image as PNG, or a figure as PNG or SVG; the other formats have no place for a text. */
  IMAGE(ImageOrigin.KEYWORD),
  /** A network for another runtime, which names its producer. */
  EXPORTED_NETWORK(Producer.NAME),
  /** Weights, which may be hours of training: none is taken for one that can be made again. */
  WEIGHTS(null),
  /** Source code, which its reader may have changed. */
  SOURCE(null),
  EVALUATION("\"bicubic_psnr\""),
  CURVES(CurvesCsv.HEAD),
  SCORES(Protocol.GREY_AS_IT_IS),
  PAPER_TABLE("\"published_protocol\""),
  CHECK("\"" + Producer.NAME + "\" : "),
  SCHEMES("\"trained_coefficients\""),
  NETWORKS("\"vector_fields\""),
  CONVERGENCE("\"expected_order\" : "),
  SCALING("\"compute_to_communication\""),
  INSPECTION("\"inspected\""),
  PAGE("<meta name=\"generator\" content=\"" + Producer.NAME + "\">"),
  DIAGRAM(Producer.NAME + " inspect");

  private static final int SEARCHED = 1 << 16;

  private final Optional<String> mark;

  OutputKind(String mark) {
    this.mark = Optional.ofNullable(mark);
  }

  /** Whether a file is known to be of this kind and of this program; an empty one is nobody's. */
  boolean isOf(Path file) {
    try (RandomAccessFile in = RegularFile.open(file)) {
      if (in.length() == 0 || mark.isEmpty()) {
        return in.length() == 0;
      }
      long end = Math.max(0, in.length() - SEARCHED);
      return holds(in, 0, mark.get()) || holds(in, end, mark.get());
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean holds(RandomAccessFile in, long from, String text) throws IOException {
    byte[] bytes = new byte[(int) Math.min(SEARCHED, in.length() - from)];
    in.seek(from);
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8).contains(text);
  }
}
