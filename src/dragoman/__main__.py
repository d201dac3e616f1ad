"""`python -m dragoman` is the command line."""

from dragoman.interfaces.cli import main

main()
