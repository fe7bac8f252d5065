"""Compares each network of a folder, NAME.py, with its TorchScript, NAME.initial and NAME.trained."""

import importlib.util
import pathlib
import sys

import torch

TOLERANCE = 3e-6


def load(file):
    spec = importlib.util.spec_from_file_location("network", file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return [each for each in vars(module).values() if isinstance(each, type)][-1]()


def parameters(script):
    return {k: v for k, v in script.state_dict().items() if not k.endswith("_color")}


torch.manual_seed(1)
for file in sorted(pathlib.Path(sys.argv[1]).glob("*.py")):
    network = load(file)
    initial = parameters(torch.jit.load(str(file.with_suffix(".initial"))))
    for key, value in network.state_dict().items():
        # Coefficients and slopes; weights of convolutions are drawn.
        drawn = value.dim() == 4 or key.endswith(".bias")
        assert drawn or torch.allclose(value, initial[key], atol=1e-6), (file.name, key)
        many = drawn and value.numel() > 200
        assert not many or 0.7 < value.std() / initial[key].std() < 1.4, (file.name, key)
    script = torch.jit.load(str(file.with_suffix(".trained")))
    network.load_state_dict(parameters(script))
    for shape in [(1, 3, 9, 13), (2, 3, 17, 5)]:
        image = torch.randint(0, 256, shape).float()
        with torch.no_grad():
            expected = script(image)
            actual = network(image)
        bound = TOLERANCE * max(255, expected.abs().max())
        off = (actual - expected).abs().max()
        assert actual.shape == expected.shape and off <= bound, (file.name, float(off))
    network(image).sum().backward()
    assert all(p.grad is not None for p in network.parameters()), file.name
    print("ok", file.name)
