"""Compiles the knowledge base and the packs when a wheel is built or the package is installed for editing."""

from __future__ import annotations

import importlib
import sys
import types
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompilingHook(BuildHookInterface[Any]):
    """Puts the compiled knowledge base and packs into the package folder, and so into the wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile; `version` is `standard` or `editable`. Fails the build where a table or a pack is wrong."""
        if self.target_name != "wheel":
            return
        package = types.ModuleType("dragoman")
        # only the parts that compile are imported: the build environment has few of our dependencies
        package.__path__ = [str(Path(self.root) / "src" / "dragoman")]
        sys.modules["dragoman"] = package
        knowledge = importlib.import_module("dragoman.knowledge.compile")
        knowledge.compile_to(knowledge.ARTEFACT)
        packs = importlib.import_module("dragoman.packs.loader")
        packs.compile_packs()
        for made in (knowledge.ARTEFACT, packs.COMPILED):
            build_data["artifacts"].append(str(made.relative_to(self.root)))
