"""What each figure means, in words for pages and workbooks. The same rules in full: docs/reference/figures.md."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Definition:
    """How a figure is called, and what is counted."""

    label: str | Promise
    text: str | Promise


DEFINITIONS = {
    "talks": Definition(
        _("Talks"),
        _(
            "Talks held in the period that are marked as counting. A talk counts once, however many people took part."
            " Withdrawn talks do not count."
        ),
    ),
    "minutes": Definition(
        _("Duration of talks"),
        _("Minutes of the counted talks, added up. Talks without a duration add nothing."),
    ),
    "talks_without_minutes": Definition(
        _("Talks without duration"), _("Counted talks whose duration is not stated.")
    ),
    "talks_not_counted": Definition(
        _("Talks that do not count"),
        _("Talks that were recorded but not marked as counting. They are in no other figure."),
    ),
    "distinct_persons": Definition(
        _("People counselled"),
        _(
            "People who took part in at least one counted talk of the period."
            " Each counts once, however often they came."
        ),
    ),
    "persons_per_month": Definition(
        _("Monthly persons, added up"),
        _(
            "The persons of each month, added up. Who came in three months counts three times,"
            " so this is no number of people."
        ),
    ),
    "persons_per_quarter": Definition(
        _("Quarterly persons, added up"),
        _(
            "The persons of each quarter, added up. Who came in three quarters counts three times,"
            " so this is no number of people."
        ),
    ),
    "persons_per_year": Definition(
        _("Yearly persons, added up"),
        _(
            "The persons of each year, added up. Who came in three years counts three times,"
            " so this is no number of people."
        ),
    ),
    "short_contacts": Definition(
        _("Short contacts"),
        _("Short questions answered without a file. They are not talks and count apart."),
    ),
    "group_events": Definition(
        _("Group events"), _("Meetings of a group. One meeting counts once and never as a talk.")
    ),
    "group_heads": Definition(
        _("Attendances at group events"),
        _("The head counts of the group events, added up. Who came twice counts twice."),
    ),
    "cases_new": Definition(_("New cases"), _("Cases whose counselling began in the period.")),
    "cases_continued": Definition(
        _("Continued cases"),
        _("Cases that had begun before the period and had not ended before its first day."),
    ),
    "cases_ended": Definition(
        _("Ended cases"),
        _("New and continued cases whose counselling ended in the period, its last day included."),
    ),
    "cases_active": Definition(
        _("Active cases at the end"),
        _("Cases that had not ended when the period did: new plus continued minus ended."),
    ),
    "topic": Definition(
        _("Talks by topic"),
        _(
            "A talk counts in each of its topics, so the rows add up to more than the number of talks."
        ),
    ),
    "main_topic": Definition(
        _("Talks by main topic"),
        _("Each talk counts once, in its main topic. The rows add up to the number of talks."),
    ),
    "channel": Definition(
        _("Talks by channel"), _("How the talk took place. The rows add up to the number of talks.")
    ),
    "language": Definition(
        _("Talks by language"),
        _("The language the talk was held in. The rows add up to the number of talks."),
    ),
    "interpreting": Definition(
        _("Talks by interpreting"), _("Who interpreted. The rows add up to the number of talks.")
    ),
    "funding_line": Definition(
        _("Talks by funding line"),
        _("What the talk was paid from. The rows add up to the number of talks."),
    ),
    "counsellor": Definition(
        _("By counsellor"),
        _(
            "Talks, short contacts and group events count for who held them, cases for who is responsible for the"
            " person today. Somebody counselled by two counts with both, but once in the sum."
        ),
    ),
}
