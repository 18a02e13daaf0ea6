"""Taking over a list in the browser: send it, look at what would happen, take it over, see the result."""

from collections import Counter
from io import BytesIO
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from geleit.gateway import actions, queries
from geleit.gateway.caseload import refusals
from geleit.gateway.caseload.headings import Mapping
from geleit.gateway.caseload.marking import write_marked_copy
from geleit.gateway.caseload.results import Caseload, CellProblem
from geleit.gateway.caseload.rows import read_caseload
from geleit.gateway.choices import ImportState
from geleit.gateway.models import CaseloadImport
from geleit.gateway.takeover.planning import TakeoverPlan, row_key
from geleit.gateway.web.forms import ColumnsForm, UploadForm
from geleit.people.viewer import StaffRequest
from geleit.shared.spreadsheet import XLSX

PROBLEMS_SHOWN = 50
PEOPLE_SHOWN = 10


def start(request: StaffRequest) -> HttpResponse:
    """Send a list; lists under way stand below."""
    viewer = request.viewer
    if not viewer.counsels:
        return render(request, "casework/session_not_yours.html", status=403)
    form = UploadForm(viewer, request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            run = actions.begin_import(
                actor=viewer, team=form.team_chosen(), filename=file.name, content=file.read()
            )
        except refusals.Refusal as refusal:
            form.add_error("file", str(refusal))
        else:
            return redirect("gateway:caseload-show", run.pk)
    context = {"form": form, "runs": queries.imports_of(viewer)[:10]}
    return render(
        request, "gateway/caseload_start.html", context, status=422 if form.is_bound else 200
    )


@require_GET
def show(request: StaffRequest, pk: int) -> HttpResponse:
    """What would happen, how far it is, or what has happened."""
    run = _run(request, pk)
    if run.state == ImportState.DONE:
        return render(request, "gateway/caseload_done.html", {"run": run})
    if not actions.can_start(run):
        return render(request, "gateway/caseload_running.html", _progress(run))
    return _preview(request, run)


@require_POST
def map_columns(request: StaffRequest, pk: int) -> HttpResponse:
    """Say what the columns mean; the preview follows."""
    run = _run(request, pk)
    caseload = _read(run)
    form = ColumnsForm(caseload.columns, caseload.mapping, request.POST)
    if not form.is_valid():
        return _preview(request, run, form, status=422)
    actions.set_mapping(actor=request.viewer, run=run, mapping=form.chosen)
    return redirect("gateway:caseload-show", pk)


@require_POST
def take_over(request: StaffRequest, pk: int) -> HttpResponse:
    """Take over the good rows; rows somebody unticked stay out."""
    run = _run(request, pk)
    offered, kept = request.POST.getlist("offered"), set(request.POST.getlist("keep"))
    left_out = [key for key in offered if key not in kept]
    actions.start_import(actor=request.viewer, run=run, left_out=left_out)
    return redirect("gateway:caseload-show", pk)


@require_GET
def progress(request: StaffRequest, pk: int) -> HttpResponse:
    """The progress bar anew; when all is done, the page is loaded again."""
    run = _run(request, pk)
    response = render(request, "shared/atoms/progress.html", _progress(run))
    if run.state in {ImportState.DONE, ImportState.FAILED}:
        response["HX-Refresh"] = "true"
    return response


@require_GET
def marked_copy(request: StaffRequest, pk: int) -> HttpResponse:
    """The list again, with the reason beside each faulty cell."""
    run = _run(request, pk)
    caseload = _read(run)
    planned = actions.plan(request.viewer, run.team, caseload)
    copy = BytesIO()
    write_marked_copy(BytesIO(bytes(run.content)), caseload, copy, problems=planned.problems)
    response = HttpResponse(copy.getvalue(), content_type=XLSX)
    response["Content-Disposition"] = 'attachment; filename="liste-mit-hinweisen.xlsx"'
    response["Cache-Control"] = "no-store"
    return response


@require_POST
def discard(request: StaffRequest, pk: int) -> HttpResponse:
    """Throw the list away; people already taken over stay."""
    actions.discard_import(actor=request.viewer, run=_run(request, pk))
    messages.success(request, _("The list has been thrown away."))
    return redirect("gateway:caseload-start")


def _run(request: StaffRequest, pk: int) -> CaseloadImport:
    return get_object_or_404(queries.imports_of(request.viewer), pk=pk)


def _read(run: CaseloadImport) -> Caseload:
    mapping = Mapping.from_json(run.mapping) if run.mapping else None
    return read_caseload(BytesIO(bytes(run.content)), run.filename, mapping)


def _preview(
    request: StaffRequest, run: CaseloadImport, form: ColumnsForm | None = None, status: int = 200
) -> HttpResponse:
    caseload = _read(run)
    planned = actions.plan(request.viewer, run.team, caseload)
    context = {
        "run": run,
        "caseload": caseload,
        "columns": form or ColumnsForm(caseload.columns, caseload.mapping),
        "summary": actions.summary(planned),
        "problems": planned.problems[:PROBLEMS_SHOWN],
        "more_problems": max(0, len(planned.problems) - PROBLEMS_SHOWN),
        "faulty_rows": len({(problem.sheet, problem.row) for problem in planned.problems}),
        "notices": _alike(planned.notices)[:PROBLEMS_SHOWN],
        "sample": planned.new[:PEOPLE_SHOWN],
        "duplicates": _duplicates(planned),
        "has_failed": run.state == ImportState.FAILED,
    }
    return render(request, "gateway/caseload_preview.html", context, status=status)


def _alike(notices: list[CellProblem]) -> list[tuple[CellProblem, int]]:
    """The same notice of many rows said once, with their number; the most frequent first."""
    first = {(notice.value, notice.reason): notice for notice in reversed(notices)}
    counts = Counter((notice.value, notice.reason) for notice in notices)
    return [(first[said], count) for said, count in counts.most_common()]


def _duplicates(planned: TakeoverPlan) -> list[dict[str, Any]]:
    """New people who are likely in the files already, each with the file they resemble."""
    return [
        {
            "key": row_key(person.row),
            "name": f"{person.facts.given_name} {person.facts.family_name}".strip(),
            "born": person.facts.birth_date,
            "row": person.row.row_number,
            "other": person.likely,
        }
        for person in planned.likely_duplicates
        if not person.is_member
    ]


def _progress(run: CaseloadImport) -> dict[str, Any]:
    done, total = run.done, run.total
    text = (
        _("%(done)d of %(total)d people") % {"done": done, "total": total}
        if total
        else _("Reading the list …")
    )
    return {
        "run": run,
        "id": "progress",
        "url": reverse("gateway:caseload-progress", args=[run.pk]),
        "label": _("The list is being taken over"),
        "done": done,
        "total": total,
        "text": text,
        "finished": run.state in {ImportState.DONE, ImportState.FAILED},
    }
