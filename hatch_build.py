"""Compiles the knowledge base when a wheel is built or the package is installed for editing."""

from __future__ import annotations

import importlib
import sys
import types
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class KnowledgeHook(BuildHookInterface[Any]):
    """Puts the compiled knowledge base into the package folder, and so into the wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile; `version` is `standard` or `editable`. Fails the build where a table is wrong."""
        if self.target_name != "wheel":
            return
        package = types.ModuleType("dragoman")
        # only the parts that compile are imported: the build environment has none of our dependencies
        package.__path__ = [str(Path(self.root) / "src" / "dragoman")]
        sys.modules["dragoman"] = package
        compiling = importlib.import_module("dragoman.knowledge.compile")
        compiling.compile_to(compiling.ARTEFACT)
        build_data["artifacts"].append(str(compiling.ARTEFACT.relative_to(self.root)))
