"""Articles that nobody wrote: our own, cut, spliced and spoiled, each known by a number."""
