package io.butcherblock.tensorboard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import com.google.protobuf.Struct;
import com.google.protobuf.UnknownFieldSet;
import io.butcherblock.image.Image;
import io.butcherblock.image.TestImages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.framework.DataType;
import org.tensorflow.framework.SummaryMetadata;
import org.tensorflow.framework.TensorProto;
import org.tensorflow.framework.TensorShapeProto;
import org.tensorflow.util.Event;
import org.tensorflow.util.SessionLog.SessionStatus;

class EventFileTest {

  @TempDir private Path folder;

  /** A record that TensorFlow wrote, from the tests of TensorBoard's reader. */
  @Test
  void aRecordIsFramedAsTensorFlowFramesIt() throws IOException {
    byte[] written =
        HexFormat.of()
            .parseHex(
                "1800000000000000a37f4b22090000c025dd75d5411a0d627261696e"
                    + "2e4576656e743a31ecf3328d");
    assertEquals("brain.Event:1", EventReader.read(written).get(0).getFileVersion());
    assertArrayEquals(
        written, EventFile.record(Arrays.copyOfRange(written, 12, written.length - 4)));
  }

  @Test
  void valuesAreTheBytesThatTensorFlowsClassesWrite() {
    Summary ours = new Summary().scalar("loss", 0.1).scalar("psnr", Double.POSITIVE_INFINITY);
    org.tensorflow.framework.Summary theirs =
        org.tensorflow.framework.Summary.newBuilder()
            .addValue(
                org.tensorflow.framework.Summary.Value.newBuilder()
                    .setTag("loss")
                    .setSimpleValue(0.1f))
            .addValue(
                org.tensorflow.framework.Summary.Value.newBuilder()
                    .setTag("psnr")
                    .setSimpleValue(Float.POSITIVE_INFINITY))
            .build();
    assertArrayEquals(theirs.toByteArray(), ours.message().toBytes());
  }

  @Test
  void aTextIsATensorOfTheTextPlugin() throws IOException {
    TensorProto tensor =
        TensorProto.newBuilder()
            .setDtype(DataType.DT_STRING)
            .setTensorShape(
                TensorShapeProto.newBuilder().addDim(TensorShapeProto.Dim.newBuilder().setSize(1)))
            .addStringVal(ByteString.copyFromUtf8("| gr\u00f6\u00dfe |"))
            .build();
    org.tensorflow.framework.Summary.Value value =
        parse(new Summary().text("recipe", "| gr\u00f6\u00dfe |")).getValue(0);
    assertEquals(tensor, value.getTensor());
    assertEquals("text", value.getMetadata().getPluginData().getPluginName());
  }

  /** The hyperparameters are a map from name to value, as a {@code Struct} is. */
  @Test
  void hyperparametersAreThoseOfASession() throws IOException {
    org.tensorflow.framework.Summary.Value value =
        parse(new Summary().hyperparameters(Map.of("batch", 16))).getValue(0);
    assertEquals("_hparams_/session_start_info", value.getTag());
    SummaryMetadata.PluginData plugin = value.getMetadata().getPluginData();
    assertEquals("hparams", plugin.getPluginName());
    ByteString session =
        UnknownFieldSet.parseFrom(plugin.getContent()).getField(3).getLengthDelimitedList().get(0);
    assertEquals("16", Struct.parseFrom(session).getFieldsOrThrow("batch").getStringValue());
  }

  @Test
  void anImageIsAPngFileOfItsPixels() throws IOException {
    Image image = TestImages.random(7, 5, 3, 1);
    org.tensorflow.framework.Summary.Image read =
        parse(new Summary().image("sr", image)).getValue(0).getImage();
    assertEquals(
        List.of(7, 5, 3), List.of(read.getWidth(), read.getHeight(), read.getColorspace()));
    Image decoded =
        Image.of(
            ImageIO.read(new ByteArrayInputStream(read.getEncodedImageString().toByteArray())));
    assertEquals(image, decoded);
  }

  private static org.tensorflow.framework.Summary parse(Summary summary) throws IOException {
    return org.tensorflow.framework.Summary.parseFrom(summary.message().toBytes());
  }

  @Test
  void eachFileBeginsWithItsVersionAndSortsBehindThoseBefore() throws IOException {
    for (int i = 0; i < 3; i++) {
      try (EventFile file = EventFile.begin(folder)) {
        file.start(i + 1L);
        file.add(i + 1L, new Summary().scalar("loss", i));
      }
    }
    List<Path> files = EventFile.list(folder);
    assertEquals(3, files.size());
    for (int i = 0; i < 3; i++) {
      assertTrue(files.get(i).getFileName().toString().startsWith("events.out.tfevents.1"));
      List<Event> events = EventReader.read(files.get(i));
      assertEquals("brain.Event:2", events.get(0).getFileVersion());
      assertEquals(System.currentTimeMillis() / 1e3, events.get(0).getWallTime(), 600);
      assertEquals(SessionStatus.START, events.get(1).getSessionLog().getStatus());
      assertEquals(i + 1, events.get(1).getStep());
      assertEquals(i, events.get(2).getSummary().getValue(0).getSimpleValue());
    }
  }

  @Test
  void thereAreNoneWhereThereIsNoFolder() throws IOException {
    assertEquals(List.of(), EventFile.list(folder.resolve("none")));
  }

  /** As a kill leaves it. */
  @Test
  void allRecordsBeforeAnIncompleteOneAreRead() throws IOException {
    try (EventFile file = EventFile.begin(folder)) {
      file.add(1, new Summary().scalar("loss", 1));
      file.add(2, new Summary().scalar("loss", 2));
    }
    byte[] whole = Files.readAllBytes(EventFile.list(folder).get(0));
    for (int cut = 1; cut < 20; cut++) {
      assertEquals(2, EventReader.read(Arrays.copyOf(whole, whole.length - cut)).size());
    }
  }
}
