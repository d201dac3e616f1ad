"""The routes keep what their schema says, whatever is asked (Schemathesis, with a fixed seed)."""

from __future__ import annotations

from typing import Any

import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from litestar import Litestar
from schemathesis.specs.openapi.checks import positive_data_acceptance

from .conftest import TOKEN

EXAMPLES = 25
"""Requests for each route. What fits a schema may still be no day and no cursor of ours: a 400 is no fault."""
HEADERS = {"Host": "test.local", "Authorization": f"Bearer {TOKEN}"}


def test_routes_keep_their_schema(app: Litestar) -> None:
    described = schemathesis.openapi.from_asgi("/schema", app, headers=HEADERS)
    operations = [found.ok() for found in described.get_all_operations()]
    assert len(operations) > 15
    for operation in operations:

        @settings(
            max_examples=EXAMPLES,
            deadline=None,
            derandomize=True,
            database=None,
            phases=[Phase.explicit, Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=operation.as_strategy())
        def ask(case: Any) -> None:
            case.call_and_validate(headers=HEADERS, excluded_checks=[positive_data_acceptance])

        ask()
