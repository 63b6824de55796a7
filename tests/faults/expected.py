"""What a call that meets a fault has to come to, as plain values, and what it came to, in the same shape."""

import json
import re

from honest import Honest
from world import SECRETS

from cometapi.formats import mask
from cometapi.generated import program

AGAIN = re.compile(r"cometapi: .+; trying again in \d+\.\d s \(\d of \d\)\.")
