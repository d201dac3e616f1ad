"""How names sound, across scripts: the comparison by which identity meets spellings.

The keys are made below, where the reader makes ids of unlisted names with them too.
"""

from dragoman.knowledge.sound import script_of, sound_distance, sound_key

__all__ = ["script_of", "sound_distance", "sound_key"]
