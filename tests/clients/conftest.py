"""Who acts in the tests of clients."""

import pytest

from geleit.people.viewer import Viewer
from geleit.runtime import row_security
from tests.cast import Cast


@pytest.fixture
def miriam(cast: Cast) -> Viewer:
    """Miriam counsels in team Nord, and it is she who acts."""
    viewer = cast.viewer(cast.miriam)
    row_security.enter(viewer.sight())
    return viewer
