package dk.grundskema.api.service.change;

import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.ImportQuestion;
import dk.grundskema.api.planning.schooltimetable.SchoolTimetableReader;
import dk.grundskema.api.planning.schooltimetable.SchoolTimetableReader.ReadSchoolTimetable;
import dk.grundskema.api.planning.schooltimetable.SchoolTimetableReader.TimetableStart.ImpossibleStart;
import dk.grundskema.api.planning.schooltimetable.SchoolTimetableReader.TimetableStart.PossibleStart;
import dk.grundskema.api.service.absence.AbsenceAdministration;
import dk.grundskema.api.service.access.Caller;
import dk.grundskema.api.service.access.OrganisationId;
import dk.grundskema.api.service.access.Permission;
import dk.grundskema.api.service.access.RequiresPermission;
import dk.grundskema.api.service.change.SchoolTimetablePage.FileNote;
import dk.grundskema.api.service.change.SchoolTimetablePage.ReadFiles;
import dk.grundskema.api.service.edit.TimetabledPlan;
import dk.grundskema.api.service.edit.WorkbenchCache;
import dk.grundskema.api.service.http.RefusalException;
import dk.grundskema.api.service.http.RequestTexts;
import dk.grundskema.api.service.importing.ImportAnswer;
import dk.grundskema.api.service.importing.ImportAnswers;
import dk.grundskema.api.service.importing.ImportPreviewPage.PreviewQuestions;
import dk.grundskema.api.service.importing.SchoolTimetableImporter;
import dk.grundskema.api.service.importing.SchoolTimetableImporter.TimetableUpload;
import dk.grundskema.api.service.page.ErrorMessages;
import dk.grundskema.api.service.page.LocalizedTemplates;
import dk.grundskema.api.service.page.PageController;
import dk.grundskema.api.service.page.PageRenderer;
import dk.grundskema.api.service.page.PlanPart;
import dk.grundskema.api.service.plan.NameResolverFactory;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.problem.PlanBarFactory;
import dk.grundskema.api.service.traffic.LimitSettings;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Severity;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.problem.Problem;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private static final int MOST_ANSWERS = 500;

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

    /** What was typed into the form. */
    private record TypedTimes(String now, String from) {}

    @GetMapping
    @RequiresPermission(Permission.EDIT)
    ResponseEntity<byte[]> showSchoolTimetable(@PathVariable PlanId plan, HttpServletRequest request) {
        Plan found = plans.get(plan);
        if (plans.revision(found.head()).timetable() == null) {
            return PageRenderer.redirectTo("/plans/" + plan.value());
        }
        TimetabledPlan timetabled = workbenchCache.timetabledPlan(plan);
        LocalDateTime start = timetabled.problem().value().horizon().firstDay().atStartOfDay();
        LocalDateTime now =
                absenceAdministration.effectiveNow(plan, null).withSecond(0).withNano(0);
        LocalDateTime moment = now.isBefore(start) ? start : now;
        return respond(HttpStatus.OK, timetabled, new TypedTimes(moment.toString(), ""), null, request);
    }

    private ResponseEntity<byte[]> respond(
            HttpStatus status,
            TimetabledPlan timetabled,
            TypedTimes typed,
            @Nullable ReadFiles read,
            HttpServletRequest request) {
        var horizon = timetabled.problem().value().horizon();
        var page = new SchoolTimetablePage(
                timetabled.plan().id().value(),
                typed.now(),
                typed.from(),
                horizon.firstDay(),
                horizon.lastDay(),
                megabytes,
                read);
        if (isScriptRequest(request)) {
            return templates.renderPart(status, request, "school-timetable-read", Map.of("page", page));
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
     * @param now           moment of the change
     * @param timetableFrom first day of the new timetable; empty means the moment of the change
     * @param step          {@code preview} goes on although there is something to look at
     * @param seen          digest of what was shown
     * @param fields        all fields
     */
    @PostMapping
    @RequiresPermission(Permission.EDIT)
    ResponseEntity<byte[]> submitSchoolTimetable(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "") String now,
            @RequestParam(defaultValue = "") String timetableFrom,
            @RequestParam(defaultValue = "read") String step,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestPart(required = false) @Nullable List<MultipartFile> files,
            @RequestPart(required = false) @Nullable MultipartFile bells,
            @RequestPart(required = false) @Nullable MultipartFile mapping,
            Caller caller,
            HttpServletRequest request) {
        TimetabledPlan timetabled = workbenchCache.timetabledPlan(plan);
        var typed = new TypedTimes(now.strip(), timetableFrom.strip());
        var wrong = new ArrayList<Finding>();
        Optional<LocalDateTime> moment = parseMoment(typed, wrong);
        Optional<LocalDate> day = parseFirstDay(typed, wrong);
        Optional<LocalDateTime> from =
                moment.filter(at -> wrong.isEmpty()).flatMap(at -> findStart(timetabled, at, day, wrong));
        if (moment.isEmpty() || from.isEmpty()) {
            return respondWrong(timetabled, typed, wrong, request);
        }
        OrganisationId organisation = timetabled.plan().organisation();
        ImportAnswers given = answers(fields.toSingleValueMap());
        List<ImportAnswer> answers = schoolTimetableImporter.findAnswers(organisation, given);
        try {
            ReadSchoolTimetable read = schoolTimetableImporter.read(
                    new TimetableUpload(sent(files), sent(bells), sent(mapping)),
                    answers,
                    timetabled.problem().value(),
                    from.get());
            Problem merged = read.problem();
            ReadFiles shown = shownFiles(read, answers, organisation, timetabled, caller);
            boolean isSeen = step.equals(PREVIEW) && seen.equals(shown.digest());
            if (merged == null || (!isSeen && hasSomethingToLookAt(shown))) {
                return respond(
                        merged == null ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK,
                        timetabled,
                        typed,
                        shown,
                        request);
            }
            NewChange asked = NewChange.of(moment.get(), List.of());
            StoredPreview made = changeAdministration.startSchoolTimetable(timetabled, asked, merged, caller);
            schoolTimetableImporter.remember(organisation, given);
            return respondCreated("/plans/" + plan.value() + "/changes/" + made.id(), request);
        } catch (RefusalException refused) {
            if (refused.status().is5xxServerError() || refused.status() == HttpStatus.NOT_FOUND) {
                throw refused;
            }
            List<FileNote> notes = errorMessages.sentences(refused).stream()
                    .map(text -> new FileNote(Severity.ERROR.name(), text, ""))
                    .toList();
            return respond(
                    refused.status(),
                    timetabled,
                    typed,
                    new ReadFiles(notes, List.of(), List.of(), false, ""),
                    request);
        }
    }

    private static Optional<LocalDateTime> parseMoment(TypedTimes typed, List<Finding> wrong) {
        try {
            return Optional.of(LocalDateTime.parse(typed.now()));
        } catch (DateTimeParseException e) {
            wrong.add(Finding.error("plan-change.no-moment", "/now", typed.now()));
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> parseFirstDay(TypedTimes typed, List<Finding> wrong) {
        if (typed.from().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(typed.from()));
        } catch (DateTimeParseException e) {
            wrong.add(Finding.error("plan-change.no-date", "/timetableFrom", typed.from()));
            return Optional.empty();
        }
    }

    private static Optional<LocalDateTime> findStart(
            TimetabledPlan timetabled, LocalDateTime now, Optional<LocalDate> day, List<Finding> wrong) {
        return switch (SchoolTimetableReader.start(timetabled.problem().value().horizon(), now, day.orElse(null))) {
            case PossibleStart possible -> Optional.of(possible.from());
            case ImpossibleStart impossible -> {
                wrong.add(impossible.finding());
                yield Optional.empty();
            }
        };
    }

    private ResponseEntity<byte[]> respondWrong(
            TimetabledPlan timetabled, TypedTimes typed, List<Finding> wrong, HttpServletRequest request) {
        Texts texts = requestTexts.texts();
        List<FileNote> notes = wrong.stream()
                .map(one -> new FileNote(Severity.ERROR.name(), texts.sentenceOf(one), ""))
                .toList();
        return respond(
                HttpStatus.UNPROCESSABLE_CONTENT,
                timetabled,
                typed,
                new ReadFiles(notes, List.of(), List.of(), false, ""),
                request);
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

    /** Reads the answers of the page: a choice by question, and a mark by answer that was used, which is forgotten without it. */
    private static ImportAnswers answers(Map<String, String> fields) {
        Map<ImportAnswers.Key, Optional<String>> answers = new HashMap<>();
        for (int nth = 0; nth < MOST_ANSWERS; nth++) {
            String at = "answer." + nth;
            String kind = fields.getOrDefault(at + ".kind", "");
            String word = fields.get(at + ".word");
            String meaning = fields.getOrDefault(at, "");
            boolean isUsed = fields.containsKey(at + ".used");
            for (ImportQuestion.Kind one : ImportQuestion.Kind.values()) {
                if (word != null && one.name().equals(kind) && (isUsed || !meaning.isEmpty())) {
                    answers.put(
                            new ImportAnswers.Key(one, word),
                            meaning.isEmpty() ? Optional.empty() : Optional.of(meaning.substring(1)));
                }
            }
        }
        return new ImportAnswers(answers);
    }

    private ReadFiles shownFiles(
            ReadSchoolTimetable read,
            List<ImportAnswer> answers,
            OrganisationId organisation,
            TimetabledPlan timetabled,
            Caller caller) {
        var students = NameResolverFactory.studentNaming(caller, organisation);
        Problem named = read.problem() == null ? timetabled.problem().value() : read.problem();
        Texts texts = requestTexts.texts().withNames(nameResolverFactory.bareNames(named, students));
        PreviewQuestions questions = SchoolTimetableImporter.questions(read, answers, texts);
        List<FileNote> notes = read.findings().stream()
                .sorted(Comparator.comparing(one -> one.finding().severity()))
                .map(one -> note(one, texts))
                .toList();
        String digest = String.valueOf(notes.stream()
                .filter(one -> !one.severity().equals(Severity.INFO.name()))
                .map(FileNote::toString)
                .sorted()
                .toList()
                .hashCode());
        return new ReadFiles(notes, questions.open(), questions.answered(), read.problem() != null, digest);
    }

    private static FileNote note(FileFinding one, Texts texts) {
        String where = one.finding().pointer();
        return new FileNote(
                one.finding().severity().name(),
                texts.sentenceBesideField(one.finding()),
                where.isEmpty() || one.file().isEmpty() ? one.file() : one.file() + " · " + where);
    }

    private static boolean hasSomethingToLookAt(ReadFiles shown) {
        return !shown.questions().isEmpty()
                || shown.notes().stream().anyMatch(one -> !one.severity().equals(Severity.INFO.name()));
    }

    private static ResponseEntity<byte[]> respondCreated(String path, HttpServletRequest request) {
        return isScriptRequest(request)
                ? ResponseEntity.ok().header("HX-Redirect", path).build()
                : PageRenderer.redirectTo(path);
    }
}
