"""Networks in plain PyTorch, timed on request.

Reads a JSON object a line from standard input and answers each with one on standard output:
{"do": "run", ...} times steps, {"do": "output", ...} writes what a network computes,
{"do": "forget"} lets networks go. The first line is about this Python. A network comes as the
source that 'butcherblock export --format python' writes; its parameters have the names of the
official implementation. Needs PyTorch 1.13 or newer, and nothing else.
"""

import contextlib
import json
import platform
import sys
import time
import types

import torch
from torch.nn import functional as F

MODULES = {}


def build(source):
    """A network: an object of the last class of a module in Python."""
    if not source:
        raise ValueError("its vector field is tensor code in Java, which has no source in Python")
    if source not in MODULES:
        name = f"network{len(MODULES)}"
        module = types.ModuleType(name)
        # Where torch.compile looks for what the methods refer to.
        sys.modules[name] = module
        exec(compile(source, f"{name}.py", "exec"), vars(module))
        MODULES[source] = module
    classes = [each for each in vars(MODULES[source]).values() if isinstance(each, type)]
    return classes[-1]()


def network(request):
    torch.set_num_threads(request["threads"])
    torch.manual_seed(1)
    return build(request["source"]).to(request["device"])


def wait(device):
    if device.startswith("cuda"):
        torch.cuda.synchronize(device)


class Work:
    """A workload of one variant: step() does it once."""

    def __init__(self, request):
        self.device = request["device"]
        self.precision = request["precision"]
        layout = torch.channels_last if request["channels_last"] else torch.contiguous_format
        self.network = network(request).to(memory_format=layout)
        n, width, height = request["images"], request["width"], request["height"]
        self.lr = (255 * torch.rand(n, 3, height, width)).to(memory_format=layout)
        self.training = request["task"] == "train"
        if self.training:
            k = request["scale"]
            self.hr = (255 * torch.rand(n, 3, k * height, k * width)).to(memory_format=layout)
            self.adam = torch.optim.Adam(self.network.parameters(), lr=1e-4)
        else:
            self.network.requires_grad_(False).eval()
            self.lr = self.lr.to(self.device)
        self.model = self.network
        if request["compiled"]:
            if not hasattr(torch, "compile"):
                raise RuntimeError(f"PyTorch {torch.__version__} has no torch.compile")
            # Of one shape, as those who train on patches of one size compile it.
            self.model = torch.compile(self.network, dynamic=False)

    def autocast(self):
        if self.precision == "bf16":
            return torch.autocast(self.device.split(":")[0], dtype=torch.bfloat16)
        return contextlib.nullcontext()

    def use_precision(self):
        torch.backends.cudnn.allow_tf32 = self.precision == "tf32"
        torch.backends.cuda.matmul.allow_tf32 = self.precision == "tf32"
        # What who trains on patches of one size switches on.
        torch.backends.cudnn.benchmark = True

    def train(self):
        lr, hr = self.lr.to(self.device), self.hr.to(self.device)
        self.adam.zero_grad(set_to_none=True)
        with self.autocast():
            sr = self.model(lr)
        loss = F.l1_loss(sr.float(), hr)
        loss.backward()
        self.adam.step()
        return loss.detach()

    def infer(self):
        with torch.inference_mode(), self.autocast():
            return self.model(self.lr)

    def run(self, times):
        """Seconds of so many times, and on a GPU the most memory that tensors had at once."""
        self.use_precision()
        if not self.device.startswith("cuda"):
            return {"seconds": self.seconds(times)}
        # Another process has its turns on this GPU: the memory is taken before the time counts, and
        # given back afterwards.
        torch.cuda.reset_peak_memory_stats(self.device)
        try:
            self.seconds(1)
            seconds = self.seconds(times)
            return {"seconds": seconds, "peak_bytes": torch.cuda.max_memory_allocated(self.device)}
        finally:
            torch.cuda.empty_cache()

    def seconds(self, times):
        wait(self.device)
        start = time.perf_counter()
        if self.training:
            # Losses are read at the lines of a log: nothing in a step waits for the device.
            sum(self.train() for _ in range(times)).item()
        else:
            for _ in range(times):
                self.infer()
        wait(self.device)
        return time.perf_counter() - start


WORKS = {}


def run(request):
    key = json.dumps({k: v for k, v in request.items() if k != "times"})
    if key not in WORKS:
        WORKS[key] = Work(request)
    return WORKS[key].run(request["times"])


def forget():
    WORKS.clear()
    if hasattr(torch, "compiler"):
        # Else the compiler takes the next network for the same one with other shapes, and after
        # eight of them compiles no more.
        torch.compiler.reset()
    if torch.cuda.is_available():
        torch.cuda.empty_cache()
    return {}


def take_weights(model, path, device):
    """Loads a state dict of the official implementations."""
    ours = {}
    for key, value in torch.load(path, map_location=device).items():
        # Theirs has the mean shift as two convolutions, and EDSR numbers the layers of a block.
        if not key.startswith(("sub_mean.", "add_mean.")):
            ours[key.replace(".body.0.", ".conv1.").replace(".body.2.", ".conv2.")] = value
    model.load_state_dict(ours)


def output(request):
    torch.backends.cudnn.allow_tf32 = False
    torch.backends.cuda.matmul.allow_tf32 = False
    model = network(request)
    take_weights(model, request["weights"], request["device"])
    side = request["side"]
    with open(request["lr"], "rb") as file:
        lr = torch.frombuffer(bytearray(file.read()), dtype=torch.float32)
    with torch.no_grad():
        sr = model(lr.view(1, 3, side, side).to(request["device"])).cpu().contiguous()
    with open(request["output"], "wb") as file:
        file.write(bytes(sr.view(-1).view(torch.uint8).tolist()))
    return {}


def answer(request):
    try:
        return {"run": run, "output": output, "forget": lambda _: forget()}[request["do"]](request)
    except Exception as e:  # Whatever it is, the one who asked is to read it.
        lines = str(e).strip().splitlines()
        return {"error": f"{type(e).__name__}: {lines[0] if lines else ''}"}


def facts():
    cuda = torch.cuda.is_available()
    return {
        "python": platform.python_version(),
        "pytorch": torch.__version__,
        "cuda": torch.version.cuda,
        "cudnn": torch.backends.cudnn.version() if cuda else None,
        "gpu": torch.cuda.get_device_name(0) if cuda else None,
    }


def main():
    print(json.dumps(facts()), flush=True)
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
