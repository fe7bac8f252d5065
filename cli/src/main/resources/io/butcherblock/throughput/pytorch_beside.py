"""The networks of the paper in plain PyTorch, timed on request.

Reads a JSON object a line from standard input and answers each with one on standard output:
{"do": "run", ...} times steps, {"do": "output", ...} writes what a network computes,
{"do": "forget"} lets networks go. The first line is about this Python. Parameters have the names
of the official implementation. Needs PyTorch 1.13 or newer, and nothing else.
"""

import contextlib
import json
import platform
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F

MEAN = (0.4488 * 255, 0.4371 * 255, 0.4040 * 255)
# Of the layers before a convolution; more than one is counted on over the evaluations of a block.
LAYERS_OF_G = {"gv2": 1, "gv3": 2}


class Block(nn.Module):
    """One block: evaluations of G, each with weights of its own, and trained factors."""

    def __init__(self, channels, layers, evaluations, factors):
        super().__init__()
        self.layers = layers
        self.evaluations = evaluations
        for i in range(1, layers * evaluations + 1):
            setattr(self, f"relu{i}", nn.PReLU(channels))
            setattr(self, f"conv{i}", nn.Conv2d(channels, channels, 3, padding=1))
        for i, factor in enumerate(factors, 1):
            setattr(self, f"scale{i}", nn.Parameter(torch.tensor([float(factor)])))

    def g(self, stage, x):
        for layer in range(self.layers):
            i = layer * self.evaluations + stage
            x = getattr(self, f"conv{i}")(getattr(self, f"relu{i}")(x))
        return x


class Leapfrog(Block):
    def __init__(self, channels, layers):
        super().__init__(channels, layers, 4, (2, 2, 2, 2))

    def forward(self, y0):
        y1 = self.scale1 * self.g(1, y0)
        y2 = y0 + self.scale2 * self.g(2, y1)
        y3 = y1 + self.scale3 * self.g(3, y2)
        return y2 + self.scale4 * self.g(4, y3)


class Heun(Block):
    def __init__(self, channels, layers):
        super().__init__(channels, layers, 2, (0.5,))

    def forward(self, y):
        k1 = self.g(1, y)
        k2 = self.g(2, y + k1)
        return y + self.scale1 * (k1 + k2)


class Kutta3(Block):
    def __init__(self, channels, layers):
        super().__init__(channels, layers, 3, (0.5, 2, -1, 4, 1 / 6))

    def forward(self, y):
        k1 = self.g(1, y)
        k2 = self.g(2, y + self.scale1 * k1)
        k3 = self.g(3, y + self.scale2 * k2 + self.scale3 * k1)
        return y + self.scale5 * (k1 + self.scale4 * k2 + k3)


BLOCKS = {"leapfrog": Leapfrog, "heun": Heun, "kutta3": Kutta3}


class Network(nn.Module):
    """EDSR's architecture around the blocks: [N, 3, H, W] in 0..255 to [N, 3, scale H, scale W]."""

    def __init__(self, scheme, derivative, blocks, channels, scale):
        super().__init__()
        if scheme not in BLOCKS or derivative not in LAYERS_OF_G:
            raise ValueError(f"blocks of {scheme} with {derivative} are not written in Python")
        block = BLOCKS[scheme]
        layers = LAYERS_OF_G[derivative]
        # Not a parameter, and not part of the state dict.
        self.register_buffer("mean", torch.tensor(MEAN).view(1, 3, 1, 1), persistent=False)
        self.head = nn.Sequential(nn.Conv2d(3, channels, 3, padding=1))
        self.body = nn.Sequential(
            *(block(channels, layers) for _ in range(blocks)),
            nn.Conv2d(channels, channels, 3, padding=1),
        )
        factor = 3 if scale == 3 else 2
        upsampler = []
        for _ in range(2 if scale == 4 else 1):
            upsampler.append(nn.Conv2d(channels, factor * factor * channels, 3, padding=1))
            upsampler.append(nn.PixelShuffle(factor))
        self.tail = nn.Sequential(
            nn.Sequential(*upsampler), nn.Conv2d(channels, 3, 3, padding=1)
        )

    def forward(self, lr):
        first = self.head(lr - self.mean)
        return self.tail(self.body(first) + first) + self.mean


def network(request):
    torch.set_num_threads(request["threads"])
    torch.manual_seed(1)
    keys = ("scheme", "vector_field", "blocks", "channels", "scale")
    return Network(*(request[key] for key in keys)).to(request["device"])


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
    """Loads a state dict of the official implementation."""
    state = torch.load(path, map_location=device)
    # Theirs has the mean shift as two convolutions.
    model.load_state_dict(
        {k: v for k, v in state.items() if not k.startswith(("sub_mean.", "add_mean."))}
    )


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
