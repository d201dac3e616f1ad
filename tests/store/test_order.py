"""The same articles make the same archive, in whatever order, batches and repetitions they come."""

import random
import tempfile
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.store import AddOptions, Archive

SAMPLES = Path(__file__).parents[2] / "src" / "dragoman" / "samples"
OUTLETS = ("One", "Two", None)
acts = st.builds(
    "{} {} {}{}.".format,
    st.sampled_from(["RUS", "PRK", "BLR"]),
    st.sampled_from(["meets", "helps", "blames"]),
    st.sampled_from(["CHN", "USA"]),
    st.sampled_from(["", " on 2023-09-13", " on 2023-09-20"]),
)
objects = st.fixed_dictionaries(
    {
        "text": st.lists(acts, min_size=1, max_size=3).map("\n".join),
        "published": st.sampled_from([None, "2023-09-14", "2023-09-21", "2024-01-02"]),
        "outlet": st.sampled_from(OUTLETS),
    }
)
batches = st.lists(objects, min_size=1, max_size=6).flatmap(
    lambda found: st.tuples(st.just(found), st.permutations(found), st.integers(0, len(found)))
)


def ledger_of(folder: Path, *runs: list[dict[str, str | None]]) -> bytes:
    """Add articles in several runs to a fresh archive and return the ledger as bytes."""
    with tempfile.TemporaryDirectory(dir=folder) as place, Archive(Path(place, "a.db"), create=True) as archive:
        for number, run in enumerate(runs):
            path = Path(place, f"{number}.jsonl")
            path.write_bytes(b"\n".join(msgspec.json.encode(one) for one in run))
            archive.add(path, options=AddOptions(jobs=1))
        return b"\n".join(msgspec.json.encode(event) for event in archive.events())


@pytest.mark.usefixtures("plain_reader")
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(batches)
def test_order_batches_and_repetition_do_not_matter(
    tmp_path: Path, case: tuple[list[dict[str, str | None]], list[dict[str, str | None]], int]
) -> None:
    found, shuffled, cut = case
    # Where the same text comes with two dates, the later version counts; that is order by intent.
    found = list({(one["text"], one["outlet"]): one for one in found}.values())
    shuffled = [one for one in shuffled if one in found]
    whole = ledger_of(tmp_path, found)
    assert ledger_of(tmp_path, shuffled[:cut], shuffled[cut:], shuffled) == whole


def test_the_samples_make_one_ledger_in_any_order(tmp_path: Path) -> None:
    lines = [
        msgspec.json.decode(line)
        for path in sorted(SAMPLES.glob("*.jsonl"))[:8]
        for line in path.read_bytes().splitlines()
    ]
    shuffled = random.Random(7).sample(lines, len(lines))
    assert ledger_of(tmp_path, lines) == ledger_of(tmp_path, shuffled[:9], shuffled[9:])
