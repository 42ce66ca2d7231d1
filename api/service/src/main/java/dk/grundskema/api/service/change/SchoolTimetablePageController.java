package dk.grundskema.api.service.change;

import dk.grundskema.api.documents.file.Sha256;
import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonFormatter;
import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.planning.schooltimetable.SchoolTimetableReader;
import dk.grundskema.api.planning.schooltimetable.SchoolTimetableReader.ReadSchoolTimetable;
import dk.grundskema.api.planning.schooltimetable.SchoolTimetableReader.TimetableStart.ImpossibleStart;
import dk.grundskema.api.planning.schooltimetable.SchoolTimetableReader.TimetableStart.PossibleStart;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.platform.page.ErrorMessages;
import dk.grundskema.api.platform.page.LocalizedTemplates;
import dk.grundskema.api.platform.page.PageController;
import dk.grundskema.api.platform.page.PageRenderer;
import dk.grundskema.api.platform.page.PlanPart;
import dk.grundskema.api.platform.traffic.LimitSettings;
import dk.grundskema.api.service.absence.AbsenceAdministration;
import dk.grundskema.api.service.change.SchoolTimetablePage.AnswerChoice;
import dk.grundskema.api.service.change.SchoolTimetablePage.AskedQuestion;
import dk.grundskema.api.service.change.SchoolTimetablePage.FileNote;
import dk.grundskema.api.service.change.SchoolTimetablePage.Outcome;
import dk.grundskema.api.service.change.SchoolTimetablePage.ReadFiles;
import dk.grundskema.api.service.change.SchoolTimetablePage.UsedAnswer;
import dk.grundskema.api.service.edit.TimetabledPlan;
import dk.grundskema.api.service.edit.WorkbenchCache;
import dk.grundskema.api.service.importing.ImportAnswer;
import dk.grundskema.api.service.importing.ImportPreviewPage.PreviewQuestion;
import dk.grundskema.api.service.importing.ImportPreviewPage.PreviewQuestions;
import dk.grundskema.api.service.importing.SchoolTimetableImporter;
import dk.grundskema.api.service.importing.SchoolTimetableImporter.TimetableUpload;
import dk.grundskema.api.service.plan.NameResolverFactory;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.problem.PlanBarFactory;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Severity;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Horizon;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartFile;

/**
 * The page on which files of a school's new timetable are sent. What somebody should look at is shown first, with questions about names; without any, the
 * preview of the change follows at once.
 */
@PageController
@RequestMapping("/plans/{plan}/changes/school-timetable")
@Hidden // not part of the public API
final class SchoolTimetablePageController {
    private static final String PREVIEW = "preview";

    private final PlanStore plans;
    private final WorkbenchCache workbenchCache;
    private final SchoolTimetableImporter schoolTimetableImporter;
    private final ChangeAdministration changeAdministration;
    private final AbsenceAdministration absenceAdministration;
    private final NameResolverFactory nameResolverFactory;
    private final RequestTexts requestTexts;
    private final ErrorMessages errorMessages;
    private final PlanBarFactory planBars;
    private final int megabytes;
    private final LocalizedTemplates templates;

    SchoolTimetablePageController(
            PlanStore plans,
            WorkbenchCache workbenchCache,
            SchoolTimetableImporter schoolTimetableImporter,
            ChangeAdministration changeAdministration,
            AbsenceAdministration absenceAdministration,
            NameResolverFactory nameResolverFactory,
            RequestTexts requestTexts,
            ErrorMessages errorMessages,
            PlanBarFactory planBars,
            PageRenderer pageRenderer,
            LimitSettings limits) {
        this.plans = plans;
        this.workbenchCache = workbenchCache;
        this.schoolTimetableImporter = schoolTimetableImporter;
        this.changeAdministration = changeAdministration;
        this.absenceAdministration = absenceAdministration;
        this.nameResolverFactory = nameResolverFactory;
        this.requestTexts = requestTexts;
        this.errorMessages = errorMessages;
        this.planBars = planBars;
        this.megabytes = limits.uploadMegabytes();
        this.templates = pageRenderer.templates(SchoolTimetablePage.class, "changes");
    }

    @GetMapping
    @RequiresPermission(Permission.EDIT)
    ResponseEntity<byte[]> showSchoolTimetable(@PathVariable PlanId plan, HttpServletRequest request) {
        Plan found = plans.get(plan);
        if (plans.revision(found.head()).timetable() == null) {
            return PageRenderer.redirectTo("/plans/" + plan.value());
        }
        TimetabledPlan timetabled = workbenchCache.timetabledPlan(plan);
        LocalDateTime start =
                changeAdministration.changeableHorizon(timetabled).firstDay().atStartOfDay();
        LocalDateTime now =
                absenceAdministration.effectiveNow(plan, null).withSecond(0).withNano(0);
        return respond(
                HttpStatus.OK, timetabled, SchoolTimetableForm.of(now.isBefore(start) ? start : now), null, request);
    }

    private ResponseEntity<byte[]> respond(
            HttpStatus status,
            TimetabledPlan timetabled,
            SchoolTimetableForm form,
            @Nullable ReadFiles read,
            HttpServletRequest request) {
        Horizon horizon = changeAdministration.changeableHorizon(timetabled);
        var page = new SchoolTimetablePage(
                timetabled.plan().id().value(),
                form.now(),
                form.from(),
                horizon.firstDay(),
                horizon.lastDay(),
                megabytes,
                read);
        if (isScriptRequest(request)) {
            // Scripts show answers with 422, whatever the reason.
            return templates.renderPart(
                    status.isError() ? HttpStatus.UNPROCESSABLE_CONTENT : status,
                    request,
                    "school-timetable-read",
                    Map.of("page", page));
        }
        var bar = planBars.create(plans.get(timetabled.plan().id()), PlanPart.CHANGE);
        return templates.render(status, request, "school-timetable", page.head().withPlan(bar), Map.of("page", page));
    }

    private static boolean isScriptRequest(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request"));
    }

    /**
     * Reads the files. The preview of the change follows if nothing is wrong and everything that somebody should look at was shown.
     *
     * @param step   {@code preview} goes on although there is something to look at
     * @param seen   digest of what was shown
     * @param fields all fields, as {@link SchoolTimetableForm} reads them
     */
    @PostMapping
    @RequiresPermission(Permission.EDIT)
    ResponseEntity<byte[]> submitSchoolTimetable(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "read") String step,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestPart(required = false) @Nullable List<MultipartFile> files,
            @RequestPart(required = false) @Nullable MultipartFile bells,
            @RequestPart(required = false) @Nullable MultipartFile mapping,
            Caller caller,
            HttpServletRequest request) {
        TimetabledPlan timetabled = workbenchCache.timetabledPlan(plan);
        SchoolTimetableForm form = SchoolTimetableForm.of(fields);
        OrganisationId organisation = timetabled.plan().organisation();
        List<ImportAnswer> answers = schoolTimetableImporter.findAnswers(organisation, form.given());
        var shown = new ShownFiles(form, answers, texts(timetabled.problem().value(), organisation, caller));
        var wrong = new ArrayList<Finding>();
        List<MultipartFile> sent = sent(files);
        if (sent.isEmpty()) {
            wrong.add(Finding.error("pages.no-files", "/files"));
        }
        Optional<LocalDateTime> moment = form.moment(wrong);
        Optional<LocalDateTime> from = findStart(timetabled, moment, form.firstDay(wrong), wrong);
        if (!wrong.isEmpty() || moment.isEmpty() || from.isEmpty()) {
            return respond(
                    HttpStatus.UNPROCESSABLE_CONTENT, timetabled, form, shown.refused(shown.sentences(wrong)), request);
        }
        try {
            ReadSchoolTimetable read = schoolTimetableImporter.read(
                    new TimetableUpload(sent, sent(bells), sent(mapping)),
                    answers,
                    form.given(),
                    timetabled.problem().value(),
                    from.get());
            Problem merged = read.problem();
            ReadFiles looked = shown.withTexts(
                            texts(merged == null ? timetabled.problem().value() : merged, organisation, caller))
                    .read(read);
            boolean isSeen = step.equals(PREVIEW) && seen.equals(looked.digest());
            if (merged == null || (!isSeen && looked.hasSomethingToLookAt())) {
                return respond(
                        merged == null ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK,
                        timetabled,
                        form,
                        looked,
                        request);
            }
            NewChange asked = NewChange.of(moment.get(), List.of());
            StoredPreview made = changeAdministration.startSchoolTimetable(timetabled, asked, merged, caller);
            if (caller.permissionsIn(organisation).contains(Permission.PLAN)) {
                schoolTimetableImporter.remember(organisation, form.given());
            }
            return respondCreated("/plans/" + plan.value() + "/changes/" + made.id(), request);
        } catch (RefusalException refused) {
            if (refused.status().is5xxServerError() || refused.status() == HttpStatus.NOT_FOUND) {
                throw refused;
            }
            return respond(
                    refused.status(), timetabled, form, shown.refused(errorMessages.sentences(refused)), request);
        }
    }

    private Texts texts(Problem problem, OrganisationId organisation, Caller caller) {
        var students = NameResolverFactory.studentNaming(caller, organisation);
        return requestTexts.texts().withNames(nameResolverFactory.bareNames(problem, students));
    }

    private Optional<LocalDateTime> findStart(
            TimetabledPlan timetabled, Optional<LocalDateTime> now, Optional<LocalDate> day, List<Finding> wrong) {
        if (now.isEmpty()) {
            return Optional.empty();
        }
        return switch (SchoolTimetableReader.start(
                changeAdministration.changeableHorizon(timetabled), now.get(), day.orElse(null))) {
            case PossibleStart possible -> Optional.of(possible.from());
            case ImpossibleStart impossible -> {
                wrong.add(impossible.finding());
                yield Optional.empty();
            }
        };
    }

    /** Returns the files without empty fields, which browsers send as a file without a name. */
    private static List<MultipartFile> sent(@Nullable List<MultipartFile> files) {
        return files == null
                ? List.of()
                : files.stream().filter(one -> sent(one) != null).toList();
    }

    private static @Nullable MultipartFile sent(@Nullable MultipartFile file) {
        return file == null || String.valueOf(file.getOriginalFilename()).isEmpty() ? null : file;
    }

    private static ResponseEntity<byte[]> respondCreated(String path, HttpServletRequest request) {
        return isScriptRequest(request)
                ? ResponseEntity.ok().header("HX-Redirect", path).build()
                : PageRenderer.redirectTo(path);
    }

    /**
     * Words what was read.
     *
     * @param form    the form
     * @param answers answers that were used
     * @param texts   texts with the names that the visitor may see
     */
    private record ShownFiles(SchoolTimetableForm form, List<ImportAnswer> answers, Texts texts) {
        ShownFiles withTexts(Texts others) {
            return new ShownFiles(form, answers, others);
        }

        List<String> sentences(List<Finding> findings) {
            return findings.stream().map(texts::sentenceOf).toList();
        }

        /** Returns why nothing was read, or why the change is refused. */
        ReadFiles refused(List<String> reasons) {
            List<FileNote> notes = reasons.stream()
                    .map(text -> new FileNote(Severity.ERROR.name(), text, ""))
                    .toList();
            return new ReadFiles(Outcome.REFUSED, notes, List.of(), List.of(), given(), "");
        }

        ReadFiles read(ReadSchoolTimetable read) {
            PreviewQuestions questions = SchoolTimetableImporter.questions(read, answers, texts);
            List<FileNote> notes = read.findings().stream()
                    .sorted(Comparator.comparing(one -> one.finding().severity()))
                    .map(this::note)
                    .toList();
            List<AskedQuestion> asked =
                    questions.open().stream().map(ShownFiles::question).toList();
            return new ReadFiles(
                    read.problem() == null ? Outcome.WRONG_FILES : Outcome.LOOK,
                    notes,
                    asked,
                    questions.answered().stream()
                            .map(one -> new UsedAnswer(one.text(), json(one.kind(), one.word(), null)))
                            .toList(),
                    given(),
                    Sha256.of(notes + " " + asked));
        }

        private FileNote note(FileFinding one) {
            String where = one.finding().pointer();
            return new FileNote(
                    one.finding().severity().name(),
                    texts.sentenceBesideField(one.finding()),
                    where.isEmpty() || one.file().isEmpty() ? one.file() : one.file() + " · " + where);
        }

        private static AskedQuestion question(PreviewQuestion question) {
            return new AskedQuestion(
                    question.text(),
                    question.choices().stream()
                            .map(one -> new AnswerChoice(
                                    one.value().isEmpty()
                                            ? ""
                                            : json(
                                                    question.kind(),
                                                    question.word(),
                                                    one.value().substring(1)),
                                    one.text()))
                            .toList());
        }

        private String given() {
            return form.given().changes().entrySet().stream()
                    .map(one -> json(
                            one.getKey().kind().name(),
                            one.getKey().word(),
                            one.getValue().orElse(null)))
                    .sorted()
                    .collect(Collectors.joining(", ", "[", "]"));
        }

        /** @param meaning the answer; {@code null} means that it is forgotten */
        private static String json(String kind, String word, @Nullable String meaning) {
            Map<String, Json> fields = new LinkedHashMap<>();
            fields.put("kind", new Json.JsonString(kind));
            fields.put("word", new Json.JsonString(word));
            if (meaning != null) {
                fields.put("meaning", new Json.JsonString(meaning));
            }
            return JsonFormatter.formatOnOneLine(new Json.JsonObject(fields));
        }
    }
}
