"""oisr-rk2f-s, x2: 1 block of 8 feature maps. Written by butcherblock VERSION.

Scheme rk2-family, Runge-Kutta. Order: 2, proved in exact arithmetic. In a block: one step.

     0 |
     a | a
    ---+--------------------
       | 1-1/(2*a)  1/(2*a)

Vector field gv3: prelu, conv_3x3, prelu, conv_3x3.

The keys of the state dict are those of the weights that butcherblock trains:
network.load_state_dict(safetensors.torch.load_file("weights.safetensors"))
"""

import torch
import torch.nn.functional as F
from torch import nn


class Block(nn.Module):
    """rk2-family: one step."""

    def __init__(self):
        super().__init__()
        self.relu1 = nn.PReLU(8)
        self.conv1 = nn.Conv2d(8, 8, 3, padding=1)
        self.relu2 = nn.PReLU(8)
        self.conv2 = nn.Conv2d(8, 8, 3, padding=1)
        self.a = nn.Parameter(torch.tensor([0.0]))

    def forward(self, y0):
        a = 0.3333333333333333 + 0.6666666666666667 * torch.sigmoid(self.a)
        k1 = self.conv2(self.relu2(self.conv1(self.relu1(y0))))
        stage2 = y0 + a * k1
        k2 = self.conv2(self.relu2(self.conv1(self.relu1(stage2))))
        y1 = y0 + 0.5 / a * k2 + (-0.5 + a) / a * k1
        return y1


class OisrRk2fS(nn.Module):
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
        self.body = nn.ModuleList([Block(), nn.Conv2d(8, 8, 3, padding=1)])
        self.tail = nn.ModuleList([
            nn.ModuleList([nn.Conv2d(8, 32, 3, padding=1)]),
            nn.Conv2d(8, 3, 3, padding=1),
        ])

    def forward(self, image):
        image = image.contiguous(memory_format=torch.channels_last)
        head_0 = self.head[0](image + self.shifted_color)
        y = head_0
        y = self.body[0](y)
        body_1 = self.body[1](y)
        body_skip = body_1 + head_0
        enlarged = self.tail[1](F.pixel_shuffle(self.tail[0][0](body_skip), 2)) + self.enlarged_color
        return enlarged
