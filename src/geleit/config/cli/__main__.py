"""`python -m geleit.config.cli`: the command line where the script `geleit` is not on the path."""

from geleit.config.cli import main

main()
