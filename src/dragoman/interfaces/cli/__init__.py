"""The command line. Each module holds a group of commands; none of them holds logic of its own."""

__all__ = ["main"]


def main() -> None:
    """Run the command line; the entry point of the package."""
    from dragoman.interfaces.cli.app import main as run_main

    run_main()
