"""How well articles are read, measured against annotated text."""

from dragoman.scoring.metrics import Score
from dragoman.scoring.scores import Miss, ScoreSheet, score_file, score_texts

__all__ = ["Miss", "Score", "ScoreSheet", "score_file", "score_texts"]
