"""Imports point one way: a room knows only the rooms before it."""

import ast
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "src" / "dragoman"
ORDER = (
    *("records", "errors", "packs", "knowledge", "sources", "clean", "reading", "identity", "stories", "ledger"),
    *("pipeline", "engines", "store", "scoring", "interfaces"),
)


def imported_rooms(path: Path) -> set[str]:
    """Rooms that a file imports from, within functions too."""
    package = ("dragoman", *path.relative_to(SOURCE).with_suffix("").parts)
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: -node.level]) if node.level else ""
            module = ".".join(part for part in (base, node.module) if part)
            names = [f"{module}.{alias.name}" for alias in node.names] if module == "dragoman" else [module]
        else:
            continue
        found |= {name.split(".")[1] for name in names if name.startswith("dragoman.")}
    return found & set(ORDER)


def test_every_room_has_its_place() -> None:
    rooms = {path.stem for path in SOURCE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert rooms - {"__init__", "__main__"} <= set(ORDER)


def test_imports_point_one_way() -> None:
    wrong = []
    for path in sorted(SOURCE.rglob("*.py")):
        room = path.relative_to(SOURCE).parts[0].removesuffix(".py")
        if room in ORDER:
            later = {name for name in imported_rooms(path) if ORDER.index(name) > ORDER.index(room)}
            wrong += [f"{path.relative_to(SOURCE)} imports {name}" for name in sorted(later)]
    assert not wrong
