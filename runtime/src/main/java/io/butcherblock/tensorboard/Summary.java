package io.butcherblock.tensorboard;

import io.butcherblock.files.FileFailure;
import io.butcherblock.image.Image;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * The values of one step, each with a tag, by which TensorBoard groups them: the message {@code
 * Summary}.
 */
public final class Summary {

  private static final int VALUE = 1;
  private static final int TAG = 1;
  private static final int SIMPLE_VALUE = 2;
  private static final int IMAGE = 4;
  private static final int TENSOR = 8;
  private static final int METADATA = 9;

  private static final int DT_FLOAT = 1;
  private static final int DT_STRING = 7;
  private static final int DATA_CLASS_TENSOR = 2;

  private final Message message = new Message();

  /** Adds a number, which is kept in single precision. */
  public Summary scalar(String tag, double value) {
    return value(new Message().text(TAG, tag).float32(SIMPLE_VALUE, (float) value));
  }

  /** Adds an image of 8 bits with 1 or 3 channels, as PNG. */
  public Summary image(String tag, Image image) {
    Message picture =
        new Message()
            .integer(1, image.height())
            .integer(2, image.width())
            .integer(3, image.channels())
            .bytes(4, png(image));
    return value(new Message().text(TAG, tag).message(IMAGE, picture));
  }

  /** Adds a text in Markdown. */
  public Summary text(String tag, String markdown) {
    Message shape = new Message().message(2, new Message().integer(1, 1));
    Message tensor = new Message().integer(1, DT_STRING).message(2, shape).text(8, markdown);
    return value(
        new Message()
            .text(TAG, tag)
            .message(TENSOR, tensor)
            .message(METADATA, metadata(new Message().text(1, "text"))));
  }

  /** Adds what TensorBoard's page of hyperparameters compares runs by. */
  public Summary hyperparameters(Map<String, ?> values) {
    Message session = new Message();
    values.forEach(
        (name, value) ->
            session.message(
                1,
                new Message()
                    .text(1, name)
                    .message(2, new Message().text(3, String.valueOf(value)))));
    Message content = new Message().message(3, session);
    Message plugin = new Message().text(1, "hparams").bytes(2, content.toBytes());
    // What is told lies in the metadata; the value itself says nothing.
    Message nothing = new Message().integer(1, DT_FLOAT).message(2, new Message());
    return value(
        new Message()
            .text(TAG, "_hparams_/session_start_info")
            .message(TENSOR, nothing)
            .message(METADATA, metadata(plugin)));
  }

  private static Message metadata(Message plugin) {
    return new Message().message(1, plugin).integer(4, DATA_CLASS_TENSOR);
  }

  private Summary value(Message value) {
    message.message(VALUE, value);
    return this;
  }

  Message message() {
    return message;
  }

  private static byte[] png(Image image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      if (!ImageIO.write(image.toBufferedImage(), "png", out)) {
        throw new IllegalArgumentException("No PNG file holds " + image);
      }
    } catch (IOException e) {
      throw FileFailure.cannot("encode", image, e);
    }
    return bytes.toByteArray();
  }
}
