package dk.grundskema.api.service.change;

import dk.grundskema.api.planning.schooltimetable.SchoolTimetableReader;
import dk.grundskema.api.planning.schooltimetable.SchoolTimetableReader.ReadSchoolTimetable;
import dk.grundskema.api.planning.schooltimetable.SchoolTimetableReader.TimetableStart;
import dk.grundskema.api.planning.schooltimetable.SchoolTimetableReader.TimetableStart.ImpossibleStart;
import dk.grundskema.api.planning.schooltimetable.SchoolTimetableReader.TimetableStart.PossibleStart;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.service.change.ChangeViews.ChangePreviewView;
import dk.grundskema.api.service.edit.TimetabledPlan;
import dk.grundskema.api.service.edit.WorkbenchCache;
import dk.grundskema.api.service.importing.FileFindingRefusal;
import dk.grundskema.api.service.importing.FileFindingView;
import dk.grundskema.api.service.importing.ImportAnswers;
import dk.grundskema.api.service.importing.SchoolTimetableImporter;
import dk.grundskema.api.service.importing.SchoolTimetableImporter.TimetableUpload;
import dk.grundskema.api.service.importing.TimetableQuestionView;
import dk.grundskema.api.service.plan.NameResolverFactory;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.domain.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** REST operation that previews a new timetable of the school in a plan in use. */
@RestController
@RequestMapping("/api/v1/plans/{plan}/changes/school-timetable")
@Tag(name = "Changes")
final class SchoolTimetableController {
    private final PlanStore plans;
    private final WorkbenchCache workbenchCache;
    private final SchoolTimetableImporter schoolTimetableImporter;
    private final ChangeAdministration changeAdministration;
    private final ChangeViewFactory changeViewFactory;
    private final NameResolverFactory nameResolverFactory;
    private final RequestTexts requestTexts;

    SchoolTimetableController(
            PlanStore plans,
            WorkbenchCache workbenchCache,
            SchoolTimetableImporter schoolTimetableImporter,
            ChangeAdministration changeAdministration,
            ChangeViewFactory changeViewFactory,
            NameResolverFactory nameResolverFactory,
            RequestTexts requestTexts) {
        this.plans = plans;
        this.workbenchCache = workbenchCache;
        this.schoolTimetableImporter = schoolTimetableImporter;
        this.changeAdministration = changeAdministration;
        this.changeViewFactory = changeViewFactory;
        this.nameResolverFactory = nameResolverFactory;
        this.requestTexts = requestTexts;
    }

    /**
     * The preview of a new timetable of the school.
     *
     * @param preview  the preview, which is kept or discarded like that of any other change
     * @param findings what somebody should look at, such as people, rooms and classes that the files do not have
     * @param questions what the files leave open: names of theirs, and people, rooms, classes and lessons that the plan does not have. An answer is an entry
     *     of the mapping file of the next preview
     */
    record SchoolTimetablePreviewView(
            ChangePreviewView preview, List<FileFindingView> findings, List<TimetableQuestionView> questions) {
        /** Copies the lists. */
        SchoolTimetablePreviewView {
            findings = List.copyOf(findings);
            questions = List.copyOf(questions);
        }
    }

    /**
     * Lessons, people, rooms and classes are found again by name or id; interventions, needs, locks, students and registrations stay. With an error in the
     * files there is no preview, and everything that was found is in the refusal (422). Warnings keep nothing from being looked at.
     *
     * @param files         files of the new timetable: of FET, aSc, Untis or calendars, or lists as xlsx or csv; several at once
     * @param bells         a file that says when lessons of a number are, if the files don't
     * @param mapping       a mapping file, of the schema import-mapping
     * @param now           what has begun by then stays as it is, on the wall clock of the plan's zone; absent means now
     * @param timetableFrom first day of the new timetable; absent means that it counts from the moment on
     * @param seconds       how long is looked for the least change at most, 1 to 60; absent means 5
     * @param steps         the same as a number of looks at what a change costs, 1 to 10,000,000; then seconds are not given. It ends the comparison, too
     * @param freshSeconds  how long everything to come is planned afresh for comparison, 0 to 60; 0 means not at all, absent 10
     */
    @PostMapping
    @RequiresPermission(Permission.EDIT)
    @ApiResponse(responseCode = "202")
    @Operation(
            operationId = "previewSchoolTimetable",
            summary =
                    "Plans what a new timetable of the school changes in a plan in use, to be looked at; the plan stays as it is.")
    ResponseEntity<SchoolTimetablePreviewView> previewSchoolTimetable(
            @PathVariable PlanId plan,
            @RequestPart(required = false) @Nullable List<MultipartFile> files,
            @RequestPart(required = false) @Nullable MultipartFile bells,
            @RequestPart(required = false) @Nullable MultipartFile mapping,
            @RequestParam(required = false) @Nullable LocalDateTime now,
            @RequestParam(required = false) @Nullable LocalDate timetableFrom,
            @RequestParam(required = false) @Nullable Integer seconds,
            @RequestParam(required = false) @Nullable Long steps,
            @RequestParam(required = false) @Nullable Integer freshSeconds,
            Caller caller) {
        TimetabledPlan timetabled = workbenchCache.timetabledPlan(plan);
        LocalDateTime moment = changeAdministration.moment(timetabled, now);
        var asked = new NewChange(moment, List.of(), null, seconds, steps, freshSeconds);
        TimetableStart start =
                SchoolTimetableReader.start(changeAdministration.changeableHorizon(timetabled), moment, timetableFrom);
        if (start instanceof ImpossibleStart impossible) {
            throw RefusalException.unusable(List.of(
                    impossible.finding().withPointerPrefix(impossible.isOfFirstDay() ? "/timetableFrom" : "/now")));
        }
        ReadSchoolTimetable read = schoolTimetableImporter.read(
                new TimetableUpload(files == null ? List.of() : files, bells, mapping),
                List.of(),
                ImportAnswers.none(),
                timetabled.problem().value(),
                ((PossibleStart) start).from());
        var students =
                NameResolverFactory.studentNaming(caller, timetabled.plan().organisation());
        Problem merged = read.problem();
        if (merged == null) {
            throw FileFindingRefusal.of(read.findings(), students::apply);
        }
        StoredPreview made = changeAdministration.startSchoolTimetable(timetabled, asked, merged, caller);
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/plans/" + plan + "/changes/" + made.id()))
                .body(new SchoolTimetablePreviewView(
                        changeViewFactory.view(plans.get(plan), made, caller),
                        FileFindingView.of(
                                read.findings(),
                                requestTexts.texts().withNames(nameResolverFactory.bareNames(merged, students))),
                        TimetableQuestionView.of(read.questions(), requestTexts.texts())));
    }
}
