package io.butcherblock.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import ai.onnx.proto.OnnxMl.Version;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.export.ExportedNetwork;
import io.butcherblock.export.Producer;
import io.butcherblock.files.WholeFile;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.weights.WeightsInfo;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Writes a network as an ONNX model for images of any number and size. */
public final class Onnx {

  /** The operator set of ONNX 1.12, and the file format of the same release. */
  private static final int OPERATOR_SET = 17;

  private static final Version FORMAT = Version.IR_VERSION_2021_7_30;

  private Onnx() {}

  /**
   * Writes an ONNX file with the network's weights; the same network gives the same bytes.
   *
   * @param file written completely or not at all
   * @param network stays the caller's
   * @throws ButcherblockException if the file cannot be written, the model is too large for the
   *     format (2 GiB), or the network's vector field is opaque tensor code
   */
  public static void write(Path file, SuperResolutionNetwork network) {
    write(file, network, WeightsInfo.of(network));
  }

  /**
   * Writes an ONNX file with the network's weights, and notes in it for which images they were
   * trained; the same network gives the same bytes.
   *
   * @param file written completely or not at all
   * @param network stays the caller's
   * @param weights what the file that the weights are from says, {@link WeightsInfo#read}: its
   *     degradation is noted, the rest is the network's own
   * @throws ButcherblockException if the file cannot be written, the model is too large for the
   *     format (2 GiB), or the network's vector field is opaque tensor code
   */
  public static void write(Path file, SuperResolutionNetwork network, WeightsInfo weights) {
    ExportedNetwork exported = ExportedNetwork.of(network, weights);
    checkSize(exported);
    ModelProto model = model(exported);
    WholeFile.write(file, model::writeTo);
  }

  /** A message of Protocol Buffers has less than 2 GiB. */
  private static void checkSize(ExportedNetwork network) {
    long bytes = network.bytes();
    if (bytes > Integer.MAX_VALUE - (64 << 20)) {
      throw new ButcherblockException(
          String.format(
              Locale.ROOT,
              "The weights of the network have %,d bytes, and an ONNX file holds less than 2 GiB;"
                  + " export it as TorchScript.",
              bytes));
    }
  }

  private static ModelProto model(ExportedNetwork network) {
    ModelProto.Builder model =
        ModelProto.newBuilder()
            .setIrVersion(FORMAT.getNumber())
            .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPERATOR_SET))
            .setProducerName(Producer.NAME)
            .setProducerVersion(Producer.version())
            .setGraph(graph(network));
    for (Map.Entry<String, String> entry : network.metadata().entrySet()) {
      model.addMetadataProps(
          StringStringEntryProto.newBuilder().setKey(entry.getKey()).setValue(entry.getValue()));
    }
    return model.build();
  }

  private static GraphProto graph(ExportedNetwork network) {
    String larger = network.scale() + "*";
    GraphProto.Builder graph =
        GraphProto.newBuilder()
            .setName(network.metadata().get("network"))
            .addInput(images(network.graph().input().name(), ""))
            .addOutput(images(network.graph().output().name(), larger));
    OnnxNodes nodes = new OnnxNodes(graph, network);
    network.graph().nodes().forEach(node -> node.accept(nodes));
    return graph.build();
  }

  private static ValueInfoProto images(String name, String times) {
    TensorShapeProto shape =
        TensorShapeProto.newBuilder()
            .addDim(named("N"))
            .addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(3))
            .addDim(named(times + "H"))
            .addDim(named(times + "W"))
            .build();
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder()
                        .setElemType(TensorProto.DataType.FLOAT_VALUE)
                        .setShape(shape)))
        .build();
  }

  private static TensorShapeProto.Dimension named(String name) {
    return TensorShapeProto.Dimension.newBuilder().setDimParam(name).build();
  }
}
