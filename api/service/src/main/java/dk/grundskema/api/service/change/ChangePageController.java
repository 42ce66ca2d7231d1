package dk.grundskema.api.service.change;

import dk.grundskema.api.documents.cell.CellCodec;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.page.PageController;
import dk.grundskema.api.platform.page.PageRenderer;
import dk.grundskema.api.service.absence.AbsenceAdministration;
import dk.grundskema.api.service.change.ChangeAdministration.KeptPlan;
import dk.grundskema.api.service.change.ChangeForm.ChangeRow;
import dk.grundskema.api.service.change.ChangeForm.ReadForm;
import dk.grundskema.api.service.change.ChangeItemBody.ChangeKind;
import dk.grundskema.api.service.edit.TimetabledPlan;
import dk.grundskema.api.service.edit.WorkbenchCache;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.RevisionUndo;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages on which a plan in use is changed from a moment on: the form, and the preview that is kept or discarded. */
@PageController
@RequestMapping("/plans/{plan}/changes")
@Hidden // not part of the public API
final class ChangePageController {
    /** Refusals that the page explains; others have pages of their own. */
    private static final Set<HttpStatus> EXPLAINED = Set.of(
            HttpStatus.PRECONDITION_FAILED,
            HttpStatus.UNPROCESSABLE_CONTENT,
            HttpStatus.CONFLICT,
            HttpStatus.TOO_MANY_REQUESTS);

    private static final String REMOVE = "remove-";

    private final PlanStore plans;
    private final WorkbenchCache workbenchCache;
    private final ChangeAdministration changeAdministration;
    private final ChangePageResponder changePageResponder;
    private final AbsenceAdministration absenceAdministration;
    private final RevisionUndo revisionUndo;

    ChangePageController(
            PlanStore plans,
            WorkbenchCache workbenchCache,
            ChangeAdministration changeAdministration,
            ChangePageResponder changePageResponder,
            AbsenceAdministration absenceAdministration,
            RevisionUndo revisionUndo) {
        this.plans = plans;
        this.workbenchCache = workbenchCache;
        this.changeAdministration = changeAdministration;
        this.changePageResponder = changePageResponder;
        this.absenceAdministration = absenceAdministration;
        this.revisionUndo = revisionUndo;
    }

    /**
     * @param absence id of a recorded absence that the form begins with; absent means none
     * @param now     moment of the change; absent means now
     * @param done    version that the plan got by the last change, which is described; 0 if none
     */
    @GetMapping
    @RequiresPermission(Permission.EDIT)
    ResponseEntity<byte[]> showNewChange(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "") String absence,
            @RequestParam(required = false) @Nullable LocalDateTime now,
            @RequestParam(defaultValue = "0") long done,
            Caller caller,
            HttpServletRequest request) {
        Plan found = plans.get(plan);
        if (plans.revision(found.head()).timetable() == null) {
            return PageRenderer.redirectTo("/plans/" + plan.value());
        }
        TimetabledPlan timetabled = workbenchCache.timetabledPlan(plan);
        LocalDateTime moment = moment(timetabled, now);
        return changePageResponder.respondWithForm(
                HttpStatus.OK,
                timetabled,
                new ChangeForm(moment.toString(), firstRows(timetabled, absence, moment, caller)),
                null,
                done,
                caller,
                request);
    }

    /** Returns the row of a recorded absence; without one, that of somebody who is away, unless the plan was edited: then that alone may be the change. */
    private List<ChangeRow> firstRows(TimetabledPlan plan, String absence, LocalDateTime moment, Caller caller) {
        if (absence.isEmpty()) {
            return changeAdministration.isEditedSincePlanned(plan)
                    ? List.of()
                    : List.of(ChangeRow.fresh(ChangeKind.STAFF_AWAY, moment));
        }
        return absenceAdministration.listAbsences(plan.plan().id(), caller).stream()
                .filter(one -> one.id().equals(absence))
                .map(one -> ChangeRow.away(one.staff().value(), one.from(), one.until()))
                .findFirst()
                .map(List::of)
                .orElseThrow(RefusalException::notFound);
    }

    /** Returns the given moment, else the present one, but none before the plan. */
    private LocalDateTime moment(TimetabledPlan plan, @Nullable LocalDateTime given) {
        LocalDateTime start = plan.problem().value().horizon().firstDay().atStartOfDay();
        LocalDateTime now = absenceAdministration
                .effectiveNow(plan.plan().id(), given)
                .withSecond(0)
                .withNano(0);
        return given == null && now.isBefore(start) ? start : now;
    }

    /**
     * Adds or removes a row, undoes the last step, or previews the change.
     *
     * @param deed    {@code add}, {@code remove-} with the number of a row, {@code undo}, or else the preview is asked for
     * @param more    kind of the row to be added
     * @param version version of the plan that the page shows
     * @param fields  all fields
     */
    @PostMapping
    @RequiresPermission(Permission.EDIT)
    ResponseEntity<byte[]> submitChange(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "") String deed,
            @RequestParam(defaultValue = "") String more,
            @RequestParam(defaultValue = "0") long version,
            @RequestParam MultiValueMap<String, String> fields,
            Caller caller,
            HttpServletRequest request) {
        TimetabledPlan timetabled = workbenchCache.timetabledPlan(plan);
        ChangeForm form = ChangeForm.of(fields.toSingleValueMap());
        LocalDateTime present = moment(timetabled, null);
        try {
            if (deed.equals("undo")) {
                revisionUndo.undo(plan, version, caller.account());
                return PageRenderer.redirectTo("/plans/" + plan.value() + "/changes");
            }
            ChangeForm other = edited(form, deed, more, form.moment().orElse(present));
            if (!other.equals(form) || deed.equals("add")) {
                return changePageResponder.respondWithForm(HttpStatus.OK, timetabled, other, null, 0, caller, request);
            }
            CellCodec cells =
                    CellCodec.ofPlan(timetabled.problem().value().horizon().allWeeks());
            ReadForm read = form.read(cells, present);
            StoredPreview made = changeAdministration.start(plan, read.change(), read.findings(), caller);
            return PageRenderer.redirectTo("/plans/" + plan.value() + "/changes/" + made.id());
        } catch (RefusalException refused) {
            if (!EXPLAINED.contains(refused.status())) {
                throw refused;
            }
            return changePageResponder.respondWithForm(refused.status(), timetabled, form, refused, 0, caller, request);
        }
    }

    /**
     * Previews the least change around a recorded absence. If it is refused, the form says why.
     *
     * @param now moment of the change; absent means now
     */
    @PostMapping("/absences/{absence}")
    @RequiresPermission(Permission.EDIT)
    ResponseEntity<byte[]> submitAbsence(
            @PathVariable PlanId plan,
            @PathVariable String absence,
            @RequestParam(required = false) @Nullable LocalDateTime now,
            Caller caller,
            HttpServletRequest request) {
        TimetabledPlan timetabled = workbenchCache.timetabledPlan(plan);
        LocalDateTime moment = moment(timetabled, now);
        try {
            StoredPreview made = changeAdministration.startAbsence(
                    plan, absenceAdministration.absence(plan, absence), NewChange.of(moment, List.of()), caller);
            return PageRenderer.redirectTo("/plans/" + plan.value() + "/changes/" + made.id());
        } catch (RefusalException refused) {
            if (!EXPLAINED.contains(refused.status())) {
                throw refused;
            }
            var form = new ChangeForm(moment.toString(), firstRows(timetabled, absence, moment, caller));
            return changePageResponder.respondWithForm(refused.status(), timetabled, form, refused, 0, caller, request);
        }
    }

    private static ChangeForm edited(ChangeForm form, String deed, String more, LocalDateTime now) {
        if (deed.equals("add")) {
            return ChangeForm.kind(more)
                    .map(kind -> form.withRow(ChangeRow.fresh(kind, now)))
                    .orElse(form);
        }
        return deed.matches(REMOVE + "\\d{1,2}")
                ? form.withoutRow(Integer.parseInt(deed.substring(REMOVE.length())))
                : form;
    }

    @GetMapping("/{change}")
    @RequiresPermission(Permission.EDIT)
    ResponseEntity<byte[]> showChange(
            @PathVariable PlanId plan, @PathVariable String change, Caller caller, HttpServletRequest request) {
        try {
            return changePageResponder.respondWithPreview(plan, change, null, caller, request);
        } catch (RefusalException refused) {
            // A page asks again while the plan made afresh is computed, maybe just after its preview was kept or
            // discarded.
            if (refused.status() == HttpStatus.NOT_FOUND && request.getHeader("HX-Request") != null) {
                return ResponseEntity.noContent().build();
            }
            throw refused;
        }
    }

    /**
     * @param which   plan of the preview that is kept
     * @param version version of the plan that the page shows
     */
    @PostMapping("/{change}/keep")
    @RequiresPermission(Permission.EDIT)
    ResponseEntity<byte[]> submitKeptChange(
            @PathVariable PlanId plan,
            @PathVariable String change,
            @RequestParam(defaultValue = "LEAST") KeptPlan which,
            @RequestParam(defaultValue = "0") long version,
            Caller caller,
            HttpServletRequest request) {
        try {
            Plan kept = changeAdministration.keep(plan, change, version, which, caller);
            return PageRenderer.redirectTo("/plans/" + plan.value() + "/changes?done=" + kept.version());
        } catch (RefusalException refused) {
            if (!EXPLAINED.contains(refused.status())) {
                throw refused;
            }
            return changePageResponder.respondWithPreview(plan, change, refused, caller, request);
        }
    }

    @PostMapping("/{change}/discard")
    @RequiresPermission(Permission.EDIT)
    ResponseEntity<byte[]> discardChangeOnPage(@PathVariable PlanId plan, @PathVariable String change) {
        changeAdministration.discard(plan, change);
        return PageRenderer.redirectTo("/plans/" + plan.value() + "/changes");
    }
}
