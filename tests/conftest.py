"""One hypothesis profile for all rooms: no deadline, because a busy machine is no failure; the seed is printed."""

from hypothesis import settings

settings.register_profile("rooms", deadline=None, print_blob=True)
settings.load_profile("rooms")
