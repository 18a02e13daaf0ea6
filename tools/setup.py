"""Set up everything that `make` needs: python3 tools/setup.py product|develop

This file must be readable for any Python 3, so that an old one gets a sentence and not a syntax
error.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - the very question
    text = "Geleit braucht Python 3.11 oder neuer; {} ist {} (ein anderes: make PYTHON=python3.12)."
    print(text.format(sys.executable, sys.version.split()[0]), file=sys.stderr)
    sys.exit(2)

from setup_steps import main

sys.exit(main(sys.argv[1:]))
