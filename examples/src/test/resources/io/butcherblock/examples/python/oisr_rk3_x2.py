"""oisr-rk3, x2: 2 blocks of 8 feature maps. Written by butcherblock VERSION.

Scheme kutta3, Runge-Kutta. Order: 3, proved in exact arithmetic. In a block: one step.

      0   |
     1/2  | 1/2
      1   | -1    2
    ------+---------------
    1/6 * |  1    4    1

Vector field gv2: prelu, conv_3x3.

The keys of the state dict are those of the weights that butcherblock trains:
network.load_state_dict(safetensors.torch.load_file("weights.safetensors"))
"""

import torch
import torch.nn.functional as F
from torch import nn


class Block(nn.Module):
    """kutta3: one step."""

    def __init__(self):
        super().__init__()
        self.relu1 = nn.PReLU(8)
        self.conv1 = nn.Conv2d(8, 8, 3, padding=1)
        self.scale1 = nn.Parameter(torch.tensor([1 / 2]))
        self.relu2 = nn.PReLU(8)
        self.conv2 = nn.Conv2d(8, 8, 3, padding=1)
        self.scale2 = nn.Parameter(torch.tensor([2.0]))
        self.scale3 = nn.Parameter(torch.tensor([-1.0]))
        self.relu3 = nn.PReLU(8)
        self.conv3 = nn.Conv2d(8, 8, 3, padding=1)
        self.scale4 = nn.Parameter(torch.tensor([4.0]))
        self.scale5 = nn.Parameter(torch.tensor([1 / 6]))

    def forward(self, y0):
        k1 = self.conv1(self.relu1(y0))
        stage2 = y0 + self.scale1 * k1
        k2 = self.conv2(self.relu2(stage2))
        stage3 = y0 + self.scale2 * k2 + self.scale3 * k1
        k3 = self.conv3(self.relu3(stage3))
        sum_ = k3 + self.scale4 * k2 + k1
        y1 = y0 + self.scale5 * sum_
        return y1


class OisrRk3(nn.Module):
    """Enlarges images 2 times.

    Input: float32 [N, 3, H, W], RGB, 0 to 255. Output: float32 [N, 3, 2 H, 2 W],
    neither clamped nor rounded.
    """

    def __init__(self):
        super().__init__()
        shifted_color = torch.tensor([-114.444, -111.460495, -103.020004]).view(1, -1, 1, 1)
        self.register_buffer("shifted_color", shifted_color, persistent=False)
        enlarged_color = torch.tensor([114.444, 111.460495, 103.020004]).view(1, -1, 1, 1)
        self.register_buffer("enlarged_color", enlarged_color, persistent=False)
        self.head = nn.ModuleList([nn.Conv2d(3, 8, 3, padding=1)])
        self.body = nn.ModuleList([
            *(Block() for _ in range(2)),
            nn.Conv2d(8, 8, 3, padding=1),
        ])
        self.tail = nn.ModuleList([
            nn.ModuleList([nn.Conv2d(8, 32, 3, padding=1)]),
            nn.Conv2d(8, 3, 3, padding=1),
        ])

    def forward(self, image):
        image = image.contiguous(memory_format=torch.channels_last)
        head_0 = self.head[0](image + self.shifted_color)
        y = head_0
        for block in self.body[0:2]:
            y = block(y)
        body_2 = self.body[2](y)
        body_skip = body_2 + head_0
        enlarged = self.tail[1](F.pixel_shuffle(self.tail[0][0](body_skip), 2)) + self.enlarged_color
        return enlarged
