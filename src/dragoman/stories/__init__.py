"""Page vectors, translations and stories: which articles, in whatever language, are about one course of events."""
