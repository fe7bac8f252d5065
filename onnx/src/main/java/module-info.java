/** Writes networks as ONNX models. */
@SuppressWarnings("requires-automatic") // Neither has a descriptor; both reserve their names.
module io.butcherblock.onnx {
  requires transitive io.butcherblock.runtime;
  requires com.google.protobuf;
  requires org.tribuo.util.onnx;

  exports io.butcherblock.onnx;
}
