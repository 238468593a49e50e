"""With which operations a sequence begins.

What needs no id of anything can begin one. Left to itself, schemathesis leaves out operations of which it believes that
they name something that nothing makes, as every list with a filter by an id does, and begins with actions on ids made by
chance instead, which answer 404. Holds for the version in requirements.txt.
"""

from schemathesis.specs.openapi import stateful


def needs_no_id(operation, _node, _produced_anywhere):
    return operation.method in ("get", "post") and not operation.path_parameters


stateful.is_likely_root_transition = needs_no_id
